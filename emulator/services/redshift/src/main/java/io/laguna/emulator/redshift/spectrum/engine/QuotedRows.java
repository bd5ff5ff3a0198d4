package io.laguna.emulator.redshift.spectrum.engine;

import io.laguna.emulator.redshift.spectrum.table.ExternalColumn;
import io.laguna.emulator.redshift.spectrum.table.FileFormat;
import io.laguna.emulator.redshift.spectrum.type.Types;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** CSV with quotes. Fields that a line lacks are NULL, further ones are left out. */
record QuotedRows(FileFormat.QuotedCsv format, int width) implements Rows {
    @Override
    public String source(List<LocalFile> files) {
        String columns = IntStream.range(0, width)
                .mapToObj(i -> "'c" + i + "': 'VARCHAR'")
                .collect(Collectors.joining(", "));
        return "read_csv(" + Rows.list(files) + ", columns = {" + columns + "}, delim = "
                + Types.literal(format.separator()) + ", quote = " + Types.literal(format.quote()) + ", escape = "
                + Types.literal(format.escape()) + ", header = false, skip = " + format.headerLines()
                + ", auto_detect = false, null_padding = true, strict_mode = false, parallel = false, filename = true)";
    }

    @Override
    public String value(ExternalColumn column, int index) {
        // A quote that is written twice is one, whatever the character that escapes.
        String quote = format.quote();
        String text = "replace(f.c" + index + ", " + Types.literal(quote + quote) + ", " + Types.literal(quote) + ")";
        return Rows.cast(text, column);
    }
}
