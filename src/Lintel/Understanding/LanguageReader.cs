using System.Collections.Frozen;

namespace Lintel.Understanding;

/// <summary>
/// Chinese when Chinese characters carry the sentence, English when English words do; names of places and figures count for neither.
/// </summary>
internal static class LanguageReader
{
    // Commonest little words of languages that Hong Kong agencies are written to in; none is an English word.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Foreign = FrozenSet.ToFrozenSet(
    [
        "je", "nous", "cherche", "cherchons", "un", "une", "le", "la", "les", "des", "du", "et", "pour", "avec", "bonjour", "merci",
        "appartement", "chambre", "chambres", "louer", "acheter",
        "dans", "est", "suis", "loyer", "quartier", "hola", "busco", "buscamos", "el", "los", "las", "con", "para", "piso", "habitaciones",
        "habitacion", "quiero", "gracias", "alquilar",
        "comprar", "apartamento", "dormitorios", "cerca", "de", "en", "por", "ich", "wir", "suche", "suchen", "eine", "einen", "ein", "und",
        "mit", "zimmer", "wohnung", "der", "die", "das",
        "fur", "bitte", "danke", "guten", "tag", "mieten", "kaufen", "nahe", "saya", "cari", "mencari", "dan", "untuk", "dengan", "rumah",
        "apartemen", "kamar", "tidur", "sewa", "terima",
        "kasih", "di", "yang", "naghahanap", "ako", "ng", "po", "sa", "kwarto", "salamat", "magkano", "ciao", "cerco", "vorrei", "affitto",
        "camere", "grazie", "ola", "procuro", "quartos",
        "obrigado", "alugar", "uma", "com", "ik", "zoek", "een", "woning", "huur", "met", "hej", "jag", "soker", "toi", "muon", "thue", "can",
        "ho", "phong", "ngu", "merhaba", "daire", "kiralik",
    ],
        StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    internal static void Read(Message message, Draft draft)
    {
        var (chinese, english, foreign, otherScript) = (0, 0, 0, 0);
        for (var i = 0; i < message.Count; i++)
        {
            var token = message[i];
            if (token.Kind is TokenKind.Link or TokenKind.Email or TokenKind.Handle or TokenKind.Reference or TokenKind.Phone or TokenKind.Code)
            {
                continue;
            }

            var (han, latin, other) = CountScripts(message.Words(i));
            otherScript += other;
            if (token.Kind != TokenKind.Area)
            {
                chinese += token.Kind == TokenKind.Number && !token.Figure.Chinese ? 0 : han;
                var counts = latin > 1 && token.Kind is TokenKind.Word or TokenKind.Term;
                foreign += counts && Foreign.Contains(message.Words(i)) ? 1 : 0;
                english += counts && !Foreign.Contains(message.Words(i)) ? 1 : 0;
            }
        }

        draft.Language = Choose(message, chinese, english, foreign, otherScript);
    }

    private static MessageLanguage Choose(Message message, int chinese, int english, int foreign, int otherScript)
    {
        if (otherScript > 2 && otherScript * 3 > chinese + english)
        {
            return MessageLanguage.Other;
        }

        // A Latin letter of Cantonese slang or a unit is no sentence; two characters weigh about as much as one word.
        if (chinese > 0 && chinese * 5 >= (english + foreign) * 4)
        {
            return MessageLanguage.Zh;
        }

        if (english + foreign > 0)
        {
            return foreign >= 2 && foreign * 2 >= english ? MessageLanguage.Other : MessageLanguage.En;
        }

        return NamesOnly(message);
    }

    // Nothing but names and figures: the script of the first name decides.
    private static MessageLanguage NamesOnly(Message message)
    {
        for (var i = 0; i < message.Count; i++)
        {
            if (message.IsKind(i, TokenKind.Number) && CountScripts(message.Words(i)).Han > 0)
            {
                return MessageLanguage.Zh;
            }
        }

        for (var i = 0; i < message.Count; i++)
        {
            if (message[i].Kind is TokenKind.Area or TokenKind.Number or TokenKind.Word or TokenKind.Term or TokenKind.Code)
            {
                var (han, latin, _) = CountScripts(message.Words(i));
                if (han + latin > 0)
                {
                    return han > 0 ? MessageLanguage.Zh : MessageLanguage.En;
                }
            }
        }

        return MessageLanguage.Other;
    }

    private static (int Han, int Latin, int Other) CountScripts(ReadOnlySpan<char> words)
    {
        var (han, latin, other) = (0, 0, 0);
        foreach (var c in words)
        {
            if (char.IsAsciiLetter(c))
            {
                latin++;
            }
            else if (Lexer.IsHan(c))
            {
                han++;
            }
            else if (char.IsLetter(c))
            {
                other++;
            }
        }

        return (han, latin, other);
    }
}
