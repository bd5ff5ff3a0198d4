package io.laguna.redshift.sql.load;

import io.laguna.redshift.sql.statement.Credentials;
import io.laguna.redshift.sql.statement.DataFormat;
import io.laguna.redshift.sql.statement.LoadOption;
import io.laguna.redshift.sql.statement.LoadOptions;
import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.SqlError;
import io.laguna.redshift.sql.text.Token;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The reader of UNLOAD.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_UNLOAD.html">UNLOAD</a>
 */
public final class UnloadReader {
    private static final Set<LoadOption> ALLOWED = EnumSet.of(
            LoadOption.ADDQUOTES,
            LoadOption.ALLOWOVERWRITE,
            LoadOption.BZIP2,
            LoadOption.CLEANPATH,
            LoadOption.DELIMITER,
            LoadOption.ENCRYPTED,
            LoadOption.ESCAPE,
            LoadOption.EXTENSION,
            LoadOption.GZIP,
            LoadOption.HEADER,
            LoadOption.KMS_KEY_ID,
            LoadOption.MANIFEST,
            LoadOption.MASTER_SYMMETRIC_KEY,
            LoadOption.MAXFILESIZE,
            LoadOption.NULL,
            LoadOption.PARALLEL,
            LoadOption.REGION,
            LoadOption.ROWGROUPSIZE,
            LoadOption.ZSTD);
    private static final double SMALLEST_FILE = 5;
    private static final double LARGEST_FILE = 6.2 * 1024;

    private UnloadReader() {}

    /** An UNLOAD without its query. */
    public record Order(
            Token query,
            String target,
            Credentials credentials,
            DataFormat format,
            LoadOptions options,
            List<String> partitions,
            boolean includesPartitions) {}

    /** Reads a statement after the word UNLOAD. */
    public static Order read(Cursor cursor) {
        Cursor brackets = Cursor.in(cursor.group());
        Token query = brackets.peek().first();
        brackets.string();
        brackets.expectEnd();
        cursor.expect("to");
        String target = cursor.string();
        int place = cursor.place();
        OptionsReader reader = new OptionsReader(cursor, ALLOWED);
        List<String> partitions = new ArrayList<>();
        boolean includes = false;
        while (!cursor.ended()) {
            if (cursor.takes("partition", "by")) {
                Group columns = cursor.group();
                columns.list()
                        .forEach(name -> partitions.add(
                                Cursor.in(columns.withItems(name)).name()));
                includes = cursor.takes("include");
            } else if (cursor.takes("verbose") && reader.options().has(LoadOption.MANIFEST)) {
                reader.set(LoadOption.VERBOSE, "");
            } else if (!reader.readOne()) {
                throw cursor.unexpected();
            }
        }
        check(reader, target, place);
        Credentials credentials = reader.credentials()
                .orElseThrow(() -> SqlError.of(
                        "XX000", "Authorization is required: IAM_ROLE, CREDENTIALS or ACCESS_KEY_ID", place));
        return new Order(
                query,
                target,
                credentials,
                Formats.read(reader, false),
                reader.options(),
                List.copyOf(partitions),
                includes);
    }

    private static void check(OptionsReader reader, String target, int place) {
        LoadOptions options = reader.options();
        if (!target.regionMatches(true, 0, "s3://", 0, 5)) {
            throw SqlError.of("22023", "The UNLOAD destination must be an s3:// location: " + target, place);
        }
        for (LoadOption option : List.of(LoadOption.KMS_KEY_ID, LoadOption.MASTER_SYMMETRIC_KEY)) {
            if (options.has(option)) {
                throw SqlError.unsupported(option + " is not implemented by Laguna", place);
            }
        }
        switch (reader.format()) {
            case "csv" -> refuse(reader, place, LoadOption.ADDQUOTES);
            case "json" -> refuse(
                    reader,
                    place,
                    LoadOption.DELIMITER,
                    LoadOption.HEADER,
                    LoadOption.ADDQUOTES,
                    LoadOption.ESCAPE,
                    LoadOption.NULL);
            case "parquet" -> {
                refuse(
                        reader,
                        place,
                        LoadOption.DELIMITER,
                        LoadOption.ADDQUOTES,
                        LoadOption.ESCAPE,
                        LoadOption.NULL,
                        LoadOption.HEADER);
                if (Compressions.any(options)) {
                    throw SqlError.unsupported("Compression is not supported for UNLOAD to PARQUET", place);
                }
            }
            case "avro", "orc", "shapefile" -> throw SqlError.unsupported(
                    "UNLOAD to " + reader.format().toUpperCase(Locale.ROOT) + " is not supported", place);
            case "fixedwidth" -> refuse(reader, place, LoadOption.DELIMITER, LoadOption.ADDQUOTES, LoadOption.HEADER);
            default -> {}
        }
        if (options.has(LoadOption.ALLOWOVERWRITE) && options.has(LoadOption.CLEANPATH)) {
            throw SqlError.unsupported("CLEANPATH is not compatible with ALLOWOVERWRITE", place);
        }
        if (options.has(LoadOption.ROWGROUPSIZE) && !reader.format().equals("parquet")) {
            throw SqlError.unsupported("ROWGROUPSIZE is only supported for UNLOAD to PARQUET", place);
        }
        between(options, LoadOption.MAXFILESIZE, SMALLEST_FILE, LARGEST_FILE, "between 5MB and 6.2GB", place);
        between(options, LoadOption.ROWGROUPSIZE, 32, 128, "between 32MB and 128MB", place);
        Compressions.check(options, place);
    }

    private static void between(
            LoadOptions options, LoadOption option, double least, double most, String words, int place) {
        double size = options.value(option).map(Double::parseDouble).orElse(least);
        if (size < least || size > most) {
            throw SqlError.of("22023", option + " must be " + words, place);
        }
    }

    private static void refuse(OptionsReader reader, int place, LoadOption... others) {
        for (LoadOption other : others) {
            if (reader.options().has(other)) {
                throw SqlError.unsupported(
                        other + " is not supported for UNLOAD to "
                                + reader.format().toUpperCase(Locale.ROOT),
                        place);
            }
        }
    }
}
