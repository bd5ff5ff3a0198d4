package io.laguna.emulator.redshift.spectrum.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.redshift.spectrum.table.DataFile;
import io.laguna.emulator.redshift.spectrum.table.FileFormat;
import io.laguna.redshift.load.orc.OrcDocuments;
import io.laguna.redshift.load.record.AvroDocuments;
import io.laguna.redshift.load.source.Contents;
import io.laguna.redshift.load.source.Location;
import io.laguna.redshift.load.source.Source;
import io.laguna.redshift.wire.message.SqlFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** The other forms in which DuckDB reads files that it has no reader for: ORC and Avro as documents, bzip2 as plain text. */
enum Conversion {
    ORC_BY_NAME(".json.gz"),
    ORC_BY_POSITION(".json.gz"),
    AVRO(".json.gz"),
    BZIP2(".txt");

    private static final ObjectMapper JSON = new ObjectMapper();
    /** The ends of names of text files whose compression nothing here reads. */
    private static final Set<String> UNREAD = Set.of("snappy", "lz4", "lzo", "lzop", "deflate");

    private final String ending;

    Conversion(String ending) {
        this.ending = ending;
    }

    /**
     * Returns the form in which an object is read, if it is not read as it is.
     *
     * @throws SqlFailure 0A000 for a compression that is not read
     */
    static Optional<Conversion> of(FileFormat format, DataFile object) throws SqlFailure {
        if (format instanceof FileFormat.Orc orc) {
            return Optional.of(orc.byPosition() ? ORC_BY_POSITION : ORC_BY_NAME);
        } else if (format instanceof FileFormat.Avro) {
            return Optional.of(AVRO);
        } else if (format instanceof FileFormat.Parquet) {
            return Optional.empty();
        }
        String ending =
                object.key().substring(object.key().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (UNREAD.contains(ending)) {
            throw new SqlFailure(
                    "0A000",
                    "Text files that are compressed by " + ending + " are not implemented by Laguna: "
                            + object.address());
        }
        return ending.equals("bz2") ? Optional.of(BZIP2) : Optional.empty();
    }

    String ending() {
        return ending;
    }

    /** Writes the other form of a file. */
    void convert(Path original, Path target, DataFile object) throws IOException {
        switch (this) {
            case ORC_BY_NAME, ORC_BY_POSITION -> orc(original, target, object);
            case AVRO -> avro(original, target);
            case BZIP2 -> bzip2(original, target);
        }
    }

    private void orc(Path original, Path target, DataFile object) throws IOException {
        Source source = new Source(new Location(object.bucket(), object.key()), Files.size(original));
        OrcDocuments rows = OrcDocuments.open(source, new FileStore(original), this == ORC_BY_POSITION);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(target))) {
            for (Optional<ObjectNode> row = rows.next(); row.isPresent(); row = rows.next()) {
                write(row.get(), out);
            }
        }
    }

    private static void avro(Path original, Path target) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(original));
                AvroDocuments records = AvroDocuments.open(in);
                OutputStream out = new GZIPOutputStream(Files.newOutputStream(target))) {
            for (Optional<ObjectNode> row = records.next(); row.isPresent(); row = records.next()) {
                write(row.get(), out);
            }
        }
    }

    private static void write(ObjectNode row, OutputStream out) throws IOException {
        out.write(JSON.writeValueAsBytes(row));
        out.write('\n');
    }

    private static void bzip2(Path original, Path target) throws IOException {
        try (InputStream in = Contents.ofBzip2(Files.newInputStream(original));
                OutputStream out = Files.newOutputStream(target)) {
            in.transferTo(out);
        }
    }
}
