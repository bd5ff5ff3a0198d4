package io.laguna.engines.trino.lake.cloudtrail;

import io.trino.filesystem.Location;
import io.trino.filesystem.TrinoFileSystem;
import io.trino.filesystem.TrinoInputFile;
import io.trino.hive.formats.compression.CompressionKind;
import io.trino.hive.formats.line.LineBuffer;
import io.trino.hive.formats.line.LineReader;
import io.trino.hive.formats.line.LineReaderFactory;
import io.trino.plugin.hive.HiveStorageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/** The maker of readers that take the records out of files of CloudTrail, which may be compressed. */
final class RecordsFactory implements LineReaderFactory {
    private static final int FIRST_BYTES = 8 * 1024;
    private static final int MOST_BYTES = 100 * 1024 * 1024;

    @Override
    public Set<String> getHiveInputFormatClassNames() {
        return Set.of(HiveStorageFormat.OPENX_JSON.getInputFormat());
    }

    @Override
    public LineBuffer createLineBuffer() {
        return new LineBuffer(FIRST_BYTES, MOST_BYTES);
    }

    @Override
    public LineReader createLineReader(TrinoInputFile file, long start, long length, int header, int footer)
            throws IOException {
        InputStream bytes = file.newStream();
        try {
            Optional<CompressionKind> compression =
                    CompressionKind.forFile(file.location().fileName());
            return new RecordsReader(
                    compression.isPresent() ? compression.get().createCodec().createStreamDecompressor(bytes) : bytes,
                    length);
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    @Override
    public TrinoInputFile newInputFile(TrinoFileSystem files, Location path, long size, long modified) {
        return files.newInputFile(path, size);
    }
}
