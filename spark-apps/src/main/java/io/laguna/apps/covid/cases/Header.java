package io.laguna.apps.covid.cases;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of a file, in its own order.
 *
 * @param multiline whether a record may span lines
 */
record Header(Release release, List<String> columns, boolean multiline) implements Serializable {

    /** The column in which Spark's CSV reader puts a record whose number of fields is not the header's. */
    static final String MALFORMED = "_record";

    static Header of(Manifest manifest) {
        return new Header(manifest.release(), manifest.columns(), manifest.multiline());
    }

    boolean has(Field field) {
        return release.column(field).isPresent();
    }

    /** Returns the positions in the file of the fields that the release has. */
    Map<Field, Integer> positions() {
        Map<Field, Integer> positions = new EnumMap<>(Field.class);
        release.columns().forEach(column -> positions.put(column.field(), columns.indexOf(column.name())));
        return positions;
    }

    /** Returns the release's name of a column that it has. */
    String name(Field field) {
        return release.column(field).orElseThrow().name();
    }

    /** Returns the columns of the file, all as strings: {@link CaseReader} decides what a value means. */
    StructType schema() {
        StructType schema = new StructType();
        for (String column : columns) {
            schema = schema.add(column, DataTypes.StringType);
        }
        return schema.add(MALFORMED, DataTypes.StringType);
    }
}
