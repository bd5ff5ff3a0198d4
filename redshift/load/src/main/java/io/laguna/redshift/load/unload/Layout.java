package io.laguna.redshift.load.unload;

import io.laguna.redshift.sql.statement.DataFormat;
import io.laguna.redshift.sql.statement.LoadOption;
import io.laguna.redshift.sql.statement.LoadOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * How the files of an UNLOAD are written.
 *
 * @param columns the columns of the query
 * @param kept the numbers of those that files have
 */
public record Layout(DataFormat format, LoadOptions options, List<Column> columns, List<Integer> kept) {
    /** Returns what writes a new file. */
    Encoder open(OutputStream file) throws IOException {
        if (format instanceof DataFormat.Parquet) {
            return new ParquetEncoder(this, file);
        }
        Counted counted = new Counted(file);
        OutputStream plain = Compressed.of(counted, options);
        if (format instanceof DataFormat.Json) {
            return new JsonEncoder(this, plain, counted);
        } else if (format instanceof DataFormat.FixedWidth fixed) {
            return new FixedEncoder(this, fixed, plain, counted);
        } else if (format instanceof DataFormat.Csv csv) {
            return new DelimitedEncoder(this, csv.delimiter(), true, plain, counted);
        }
        return new DelimitedEncoder(this, ((DataFormat.Delimited) format).delimiter(), false, plain, counted);
    }

    /** Returns what stands at the end of files' names. */
    public String extension() {
        if (options.has(LoadOption.EXTENSION)) {
            return "." + options.value(LoadOption.EXTENSION).orElseThrow();
        } else if (format instanceof DataFormat.Parquet) {
            return ".parquet";
        } else if (options.has(LoadOption.GZIP)) {
            return ".gz";
        } else if (options.has(LoadOption.BZIP2)) {
            return ".bz2";
        } else if (options.has(LoadOption.ZSTD)) {
            return ".zst";
        }
        return "";
    }

    boolean isText() {
        return format instanceof DataFormat.Delimited || format instanceof DataFormat.Csv;
    }
}
