package io.laguna.emulator.crawl.xml;

import io.laguna.emulator.crawl.finding.Mean;
import io.laguna.emulator.crawl.schema.Column;
import io.laguna.emulator.crawl.schema.ColumnType;
import io.laguna.emulator.crawl.schema.ColumnType.ArrayOf;
import io.laguna.emulator.crawl.schema.ColumnType.Member;
import io.laguna.emulator.crawl.schema.ColumnType.Struct;
import io.laguna.emulator.crawl.schema.Merge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The rows that have been read, and the columns that they have: attributes first, then elements inside. */
final class XmlRows {
    private static final int MOST = 1000;
    private static final String TEXT = "_value";
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private final Map<String, ColumnType> columns = new LinkedHashMap<>();
    private final Mean mean = new Mean();
    private int count;

    /** Reads the row at whose start the reader stands; one without content is not read. */
    void add(XMLStreamReader reader) throws XMLStreamException {
        int start = reader.getLocation().getCharacterOffset();
        if (element(reader) instanceof Struct row) {
            row.members().forEach(member -> columns.merge(member.name(), member.type(), Merge::of));
            mean.add(Math.max(1, reader.getLocation().getCharacterOffset() - start));
            count++;
        }
    }

    boolean isFull() {
        return count >= MOST;
    }

    int count() {
        return count;
    }

    Mean mean() {
        return mean;
    }

    List<Column> columns() {
        List<Column> result = new ArrayList<>();
        columns.forEach((name, type) -> result.add(Column.of(name, type)));
        return result;
    }

    private static ColumnType element(XMLStreamReader reader) throws XMLStreamException {
        Map<String, ColumnType> members = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            members.put(lower(reader.getAttributeLocalName(i)), scalar(reader.getAttributeValue(i)));
        }
        boolean attributes = !members.isEmpty();
        Map<String, Integer> times = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = lower(reader.getLocalName());
                members.merge(name, element(reader), Merge::of);
                times.merge(name, 1, Integer::sum);
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            }
        }
        times.forEach((name, number) -> {
            if (number > 1) {
                members.computeIfPresent(name, (same, type) -> new ArrayOf(type));
            }
        });
        if (times.isEmpty() && (!attributes || text.toString().isBlank())) {
            // Nothing is inside: a value without attributes, or an empty element, which is no row.
            return scalar(text.toString());
        }
        if (times.isEmpty()) {
            members.put(TEXT, scalar(text.toString()));
        }
        return new Struct(members.entrySet().stream()
                .map(member -> new Member(member.getKey(), member.getValue()))
                .toList());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static ColumnType scalar(String text) {
        String value = text.strip();
        if (value.isEmpty()) {
            return ColumnType.UNKNOWN;
        }
        if (WHOLE.matcher(value).matches()) {
            long number = Long.parseLong(value);
            return number == (int) number ? ColumnType.INT : ColumnType.BIGINT;
        }
        if (NUMBER.matcher(value).matches()) {
            return ColumnType.DOUBLE;
        }
        return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")
                ? ColumnType.BOOLEAN
                : ColumnType.STRING;
    }
}
