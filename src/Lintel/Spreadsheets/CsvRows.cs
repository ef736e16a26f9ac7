using System.Text;

namespace Lintel.Spreadsheets;

/// <summary>
/// Reads the rows of a CSV file as people have them: separated by commas, semicolons or tabs, in UTF-8 or UTF-16, or in the encoding that an older
/// Excel wrote Chinese in. Quoted cells may hold separators and line ends (RFC 4180).
/// </summary>
public static class CsvRows
{
    private static readonly char[] Separators = [',', ';', '\t'];

    static CsvRows() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IEnumerable<List<string>> Read(byte[] file)
    {
        var text = Decode(file);
        return Parse(text, Separator(text));
    }

    /// <summary>By its byte order mark; without one it is UTF-8 if it can be, else what of the Chinese encodings it looks like.</summary>
    private static string Decode(byte[] file)
    {
        if (file is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0xEF, 0xBB, 0xBF, ..])
        {
            using var reader = new StreamReader(new MemoryStream(file), detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }

        foreach (var name in (string[])(IsLikeGb(file) ? ["utf-8"] : ["utf-8", "big5"]))
        {
            try
            {
                return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(file);
            }
            catch (DecoderFallbackException)
            {
                // The next one, then.
            }
        }

        return Encoding.GetEncoding("gb18030").GetString(file);
    }

    /// <summary>
    /// The characters that Simplified Chinese is written with have their second byte in the upper half in GB 18030; in Big5 two of five characters
    /// have it in the lower.
    /// </summary>
    private static bool IsLikeGb(byte[] file)
    {
        for (var i = 0; i + 1 < file.Length; i++)
        {
            if (file[i] >= 0x80 && file[++i] < 0xA1)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The one that the first line, outside quotes, has most of.</summary>
    private static char Separator(string text)
    {
        var quoted = false;
        var counts = new int[Separators.Length];
        foreach (var c in text)
        {
            quoted ^= c == '"';
            if (!quoted && c is '\n' or '\r')
            {
                break;
            }

            if (!quoted && Array.IndexOf(Separators, c) is >= 0 and var i)
            {
                counts[i]++;
            }
        }

        return Separators[Array.IndexOf(counts, counts.Max())];
    }

    private static IEnumerable<List<string>> Parse(string text, char separator)
    {
        var row = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append(text[++i]);
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (c == separator)
            {
                Take(row, cell);
            }
            else if (c is '\n' or '\r')
            {
                i += c == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                Take(row, cell);
                yield return row;
                row = [];
            }
            else
            {
                cell.Append(c);
            }
        }

        if (row.Count > 0 || cell.Length > 0)
        {
            Take(row, cell);
            yield return row;
        }
    }

    private static void Take(List<string> row, StringBuilder cell)
    {
        row.Add(cell.ToString());
        cell.Clear();
    }
}
