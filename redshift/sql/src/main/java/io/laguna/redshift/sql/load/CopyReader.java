package io.laguna.redshift.sql.load;

import io.laguna.redshift.sql.statement.LoadOption;
import io.laguna.redshift.sql.statement.LoadOptions;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.sql.text.SqlError;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The reader of COPY.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_COPY.html">COPY</a>
 */
public final class CopyReader {
    private static final Set<LoadOption> ALLOWED = EnumSet.complementOf(EnumSet.of(
            LoadOption.ADDQUOTES,
            LoadOption.ALLOWOVERWRITE,
            LoadOption.CLEANPATH,
            LoadOption.EXTENSION,
            LoadOption.HEADER,
            LoadOption.KMS_KEY_ID,
            LoadOption.MAXFILESIZE,
            LoadOption.PARALLEL,
            LoadOption.ROWGROUPSIZE,
            LoadOption.VERBOSE));
    private static final Set<LoadOption> OF_COLUMNAR = EnumSet.of(
            LoadOption.ACCEPTINVCHARS,
            LoadOption.EXPLICIT_IDS,
            LoadOption.FILLRECORD,
            LoadOption.MANIFEST,
            LoadOption.STATUPDATE);
    private static final Set<LoadOption> NOT_BUILT =
            EnumSet.of(LoadOption.SSH, LoadOption.ENCRYPTED, LoadOption.MASTER_SYMMETRIC_KEY, LoadOption.LZOP);
    private static final int LARGEST_MAXERROR = 100_000;

    private CopyReader() {}

    /** Reads a statement after the word COPY. */
    public static Statement read(Cursor cursor) {
        QualifiedName table = cursor.qualifiedName();
        List<String> columns = cursor.maybeGroup().map(CopyReader::names).orElse(List.of());
        cursor.expect("from");
        if (cursor.peek().is("stdin")) {
            throw SqlError.unsupported("COPY from STDIN is not supported", cursor.place());
        }
        String source = cursor.string();
        int place = cursor.place();
        OptionsReader reader = new OptionsReader(cursor, ALLOWED);
        while (!cursor.ended()) {
            if (cursor.sees("job", "create")) {
                throw SqlError.unsupported("COPY JOB is not implemented by Laguna", cursor.place());
            }
            if (!reader.readOne()) {
                throw cursor.unexpected();
            }
        }
        check(reader, source, place);
        return new Statement.Copy(
                table,
                columns,
                source,
                reader.credentials()
                        .orElseThrow(() -> SqlError.of(
                                "XX000", "Authorization is required: IAM_ROLE, CREDENTIALS or ACCESS_KEY_ID", place)),
                Formats.read(reader, true),
                reader.options());
    }

    private static List<String> names(Group group) {
        return group.list().stream()
                .filter(name -> !name.isEmpty())
                .map(name -> Cursor.in(group.withItems(name)).name())
                .toList();
    }

    private static void check(OptionsReader reader, String source, int place) {
        LoadOptions options = reader.options();
        if (!source.regionMatches(true, 0, "s3://", 0, 5)) {
            throw SqlError.unsupported(
                    "COPY from " + source.split(":", 2)[0] + " is not implemented by Laguna: only s3:// is", place);
        }
        for (LoadOption option : NOT_BUILT) {
            if (options.has(option)) {
                throw SqlError.unsupported(option + " is not implemented by Laguna", place);
            }
        }
        switch (reader.format()) {
            case "csv" -> refuse(options, "CSV", place, LoadOption.ESCAPE, LoadOption.REMOVEQUOTES);
            case "fixedwidth" -> refuse(
                    options, "FIXEDWIDTH", place, LoadOption.DELIMITER, LoadOption.ESCAPE, LoadOption.REMOVEQUOTES);
            case "json", "avro" -> refuse(
                    options,
                    reader.format().toUpperCase(Locale.ROOT),
                    place,
                    LoadOption.DELIMITER,
                    LoadOption.ESCAPE,
                    LoadOption.FILLRECORD,
                    LoadOption.IGNOREBLANKLINES,
                    LoadOption.IGNOREHEADER,
                    LoadOption.READRATIO,
                    LoadOption.REMOVEQUOTES,
                    LoadOption.NULL);
            case "parquet", "orc" -> refuseForColumnar(options, reader.format(), place);
            default -> {}
        }
        boolean quotes = options.has(LoadOption.QUOTE) && !reader.format().equals("csv");
        if (quotes) {
            throw SqlError.unsupported("QUOTE is only supported for CSV", place);
        }
        if (options.has(LoadOption.MAXERROR) && options.has(LoadOption.IGNOREALLERRORS)) {
            throw SqlError.unsupported("MAXERROR is not compatible with IGNOREALLERRORS", place);
        }
        long errors = options.value(LoadOption.MAXERROR).map(Long::parseLong).orElse(0L);
        if (errors > LARGEST_MAXERROR) {
            throw SqlError.of("22023", "MAXERROR value must be between 0 and " + LARGEST_MAXERROR, place);
        }
        Compressions.check(options, place);
    }

    private static void refuse(LoadOptions options, String format, int place, LoadOption... others) {
        for (LoadOption other : others) {
            if (options.has(other)) {
                throw SqlError.unsupported(format + " is not compatible with " + other, place);
            }
        }
    }

    private static void refuseForColumnar(LoadOptions options, String format, int place) {
        for (LoadOption option : options.values().keySet().stream().sorted().toList()) {
            if (!OF_COLUMNAR.contains(option)) {
                throw SqlError.unsupported(
                        option + " argument is not supported for " + format.toUpperCase(Locale.ROOT) + " based COPY",
                        place);
            }
        }
    }
}
