package io.laguna.glue.format;

import com.fasterxml.jackson.core.JsonGenerator;
import io.laguna.glue.record.Struct;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** An object of JSON a line. A field that is null is left out. */
record JsonOutput(String zone) implements RecordOutput {

    @Override
    public Open open(OutputStream bytes) throws IOException {
        JsonGenerator json = JsonValues.JSON.createGenerator(bytes);
        json.configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true);
        json.setRootValueSeparator(null);
        Values values = new Values(json, ZoneId.of(zone));
        return new Open() {
            @Override
            public void write(Struct record) throws IOException {
                values.members(record.fields());
                json.writeRaw('\n');
            }

            @Override
            public void close() throws IOException {
                json.close();
            }
        };
    }

    /** Returns the JSON text of a value with parts. */
    static String text(Object value, ZoneId zone) throws IOException {
        java.io.StringWriter text = new java.io.StringWriter();
        try (JsonGenerator json = JsonValues.JSON.createGenerator(text)) {
            new Values(json, zone).write(value);
        }
        return text.toString();
    }

    private record Values(JsonGenerator json, ZoneId zone) {
        void members(Iterable<? extends Map.Entry<String, ?>> members) throws IOException {
            json.writeStartObject();
            for (Map.Entry<String, ?> member : members) {
                if (member.getValue() != null) {
                    json.writeFieldName(member.getKey());
                    write(member.getValue());
                }
            }
            json.writeEndObject();
        }

        void write(Object value) throws IOException {
            if (value == null) {
                json.writeNull();
            } else if (value instanceof Struct struct) {
                members(struct.fields());
            } else if (value instanceof Map<?, ?> map) {
                json.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    json.writeFieldName(String.valueOf(entry.getKey()));
                    write(entry.getValue());
                }
                json.writeEndObject();
            } else if (value instanceof List<?> list) {
                json.writeStartArray();
                for (Object each : list) {
                    write(each);
                }
                json.writeEndArray();
            } else if (value instanceof Boolean truth) {
                json.writeBoolean(truth);
            } else if (value instanceof Double || value instanceof Float) {
                number(((Number) value).doubleValue(), value);
            } else if (value instanceof BigDecimal decimal) {
                json.writeNumber(decimal);
            } else if (value instanceof Number whole) {
                json.writeNumber(whole.longValue());
            } else {
                json.writeString(Texts.of(value, zone));
            }
        }

        /** NaN and the infinities are no numbers of JSON's. */
        private void number(double number, Object value) throws IOException {
            if (Double.isFinite(number)) {
                json.writeNumber(value.toString());
            } else {
                json.writeString(value.toString());
            }
        }
    }
}
