package io.laguna.glue.format;

import io.laguna.glue.record.DynamicRecord;
import java.io.IOException;
import java.util.Iterator;

/**
 * XML: every element of one name is a record.
 *
 * @param excludeAttribute whether attributes are left out
 * @param treatEmptyValuesAsNulls whether an element without content is null, and not an empty text
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-format-xml-home.html">Using the XML
 *     format in AWS Glue</a>
 */
record XmlFormat(
        String rowTag,
        String encoding,
        boolean excludeAttribute,
        boolean treatEmptyValuesAsNulls,
        String attributePrefix,
        String valueTag,
        boolean ignoreSurroundingSpaces)
        implements RecordFormat {

    static XmlFormat of(Options options) {
        return new XmlFormat(
                options.required("rowTag"),
                options.text("encoding", "UTF-8"),
                options.flag("excludeAttribute"),
                options.flag("treatEmptyValuesAsNulls"),
                options.text("attributePrefix", "_"),
                options.text("valueTag", "_VALUE"),
                options.flag("ignoreSurroundingSpaces"));
    }

    @Override
    public Iterator<DynamicRecord> read(Slice slice) throws IOException {
        return XmlElements.of(slice, this);
    }
}
