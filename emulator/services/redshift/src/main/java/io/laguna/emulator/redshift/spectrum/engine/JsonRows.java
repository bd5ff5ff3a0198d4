package io.laguna.emulator.redshift.spectrum.engine;

import io.laguna.emulator.redshift.spectrum.table.ExternalColumn;
import io.laguna.emulator.redshift.spectrum.table.FileFormat;
import io.laguna.emulator.redshift.spectrum.type.HiveType;
import io.laguna.emulator.redshift.spectrum.type.Types;
import java.util.List;
import java.util.Locale;

/** Documents of JSON, one a line; keys are columns in any case. */
record JsonRows(FileFormat.Json format) implements Rows {
    @Override
    public String source(List<LocalFile> files) {
        return "read_ndjson_objects(" + Rows.list(files) + ", ignore_errors = " + format.ignoresMalformed()
                + ", filename = true)";
    }

    @Override
    public String value(ExternalColumn column, int index) {
        String key = format.paths().getOrDefault(column.name(), column.name());
        if (column.type() instanceof HiveType.Map) {
            String map = member("->", key);
            return "CASE WHEN json_type(" + map + ") = 'OBJECT' THEN to_json(list_transform(json_keys(" + map
                    + "), lambda k: {'key': k, 'value': json_extract(" + map + ", '$.\"' || k || '\"')})) END";
        }
        return column.type().isNested() ? member("->", key) : Rows.cast(member("->>", key), column);
    }

    /** Returns a member: that of the key as it is written, or else of one in another case. */
    private static String member(String operator, String key) {
        String path = Types.literal("$.\"" + key.replace("\"", "\\\"") + "\"");
        String other = "list_filter(json_keys(f.json), lambda k: lower(k) = "
                + Types.literal(key.toLowerCase(Locale.ROOT)) + ")[1]";
        return "coalesce(f.json" + operator + path + ", f.json" + operator + "('$.\"' || " + other + " || '\"'))";
    }
}
