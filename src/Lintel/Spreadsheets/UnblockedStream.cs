using System.Buffers;
using System.IO.Pipelines;

namespace Lintel.Spreadsheets;

/// <summary>
/// Lets the zip archive write to a stream that may not block. The archive closes its entries with a few small writes that are not asynchronous,
/// even where closing is; here those only go into a buffer, which is sent with the next write that is.
/// </summary>
public sealed class UnblockedStream(Stream stream) : Stream
{
    private const int Chunk = 32 * 1024;

    private readonly PipeWriter _pipe = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer) => _pipe.Write(buffer);

    public override void Write(byte[] buffer, int offset, int count) => _pipe.Write(buffer.AsSpan(offset, count));

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _pipe.Write(buffer.Span);
        if (_pipe.UnflushedBytes >= Chunk)
        {
            await _pipe.FlushAsync(cancellationToken);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
        // Sent with what follows.
    }

    public override async Task FlushAsync(CancellationToken cancellationToken) => await _pipe.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Sends what is left; the stream itself stays open.</summary>
    public override async ValueTask DisposeAsync()
    {
        await _pipe.CompleteAsync();
        await base.DisposeAsync();
    }
}
