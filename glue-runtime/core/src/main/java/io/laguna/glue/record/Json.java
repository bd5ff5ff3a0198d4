package io.laguna.glue.record;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The JSON text of a value, as {@code show} prints a record: a blank after each colon and comma. */
public final class Json {
    private Json() {}

    public static String text(Object value) {
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private static void write(Object value, StringBuilder text) {
        if (value == null) {
            text.append("null");
        } else if (value instanceof Struct struct) {
            members(struct.fields(), text);
        } else if (value instanceof Map<?, ?> map) {
            members(map.entrySet(), text);
        } else if (value instanceof List<?> list) {
            text.append('[');
            String separator = "";
            for (Object element : list) {
                text.append(separator);
                write(element, text);
                separator = ", ";
            }
            text.append(']');
        } else if (value instanceof BigDecimal decimal) {
            text.append(decimal.toPlainString());
        } else if (isNumber(value) || value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof byte[] bytes) {
            quote(Base64.getEncoder().encodeToString(bytes), text);
        } else {
            quote(value.toString(), text);
        }
    }

    /** NaN and the infinities are no numbers in JSON. */
    private static boolean isNumber(Object value) {
        return value instanceof Number number && Double.isFinite(number.doubleValue());
    }

    private static void members(Iterable<? extends Map.Entry<?, ?>> members, StringBuilder text) {
        text.append('{');
        String separator = "";
        for (Map.Entry<?, ?> member : members) {
            text.append(separator);
            quote(String.valueOf(member.getKey()), text);
            text.append(": ");
            write(member.getValue(), text);
            separator = ", ";
        }
        text.append('}');
    }

    private static void quote(String value, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ') {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
