package io.laguna.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;
import software.amazon.awssdk.core.traits.XmlAttributeTrait;
import software.amazon.awssdk.core.traits.XmlAttributesTrait;

/** The SDK's types as XML. Rules: smithy.io, "AWS query protocol" and "AWS restXml protocol". */
final class XmlWriter {
    private final StringBuilder xml = new StringBuilder(256);
    private final QueryNames names;

    XmlWriter() {
        this(QueryNames.OF_MODEL);
    }

    XmlWriter(QueryNames names) {
        this.names = names;
    }

    /** The content of an element. */
    interface Content {
        void write();
    }

    XmlWriter element(String name, Content content) {
        return element(name, "", content);
    }

    /** Writes an element in a namespace of its own; in the outer one where that is empty. */
    XmlWriter element(String name, String namespace, Content content) {
        return element(name, namespace.isEmpty() ? Map.of() : Map.of("xmlns", namespace), content);
    }

    private XmlWriter element(String name, Map<String, String> attributes, Content content) {
        xml.append('<').append(name);
        attributes.forEach((attribute, value) -> {
            xml.append(' ').append(attribute).append("=\"");
            escaped(value);
            xml.append('"');
        });
        xml.append('>');
        content.write();
        xml.append("</").append(name).append('>');
        return this;
    }

    /** Adds a text that is XML already. */
    XmlWriter raw(String text) {
        xml.append(text);
        return this;
    }

    XmlWriter textIn(String name, String namespace, String text) {
        return element(name, namespace, () -> escaped(text));
    }

    XmlWriter text(String name, String text) {
        return element(name, () -> escaped(text));
    }

    void members(SdkPojo pojo) {
        for (SdkField<?> field : pojo.sdkFields()) {
            if (field.location() != MarshallLocation.PAYLOAD || field.containsTrait(XmlAttributeTrait.class)) {
                continue;
            }
            Shape.valueOf(field, pojo).ifPresent(value -> value(names.written(field), field, value));
        }
    }

    void value(String name, SdkField<?> field, Object value) {
        switch (field.marshallingType().getKnownType()) {
            case SDK_POJO -> element(name, attributes(field, value), () -> members((SdkPojo) value));
            case LIST -> list(name, field.getTrait(ListTrait.class), (List<?>) value);
            case MAP -> map(name, field, field.getTrait(MapTrait.class), (Map<?, ?>) value);
            case DOCUMENT, NULL -> throw new IllegalArgumentException("XML has no such values: " + field.memberName());
            default -> text(name, Texts.print(field, value, Format.ISO_8601));
        }
    }

    private static Map<String, String> attributes(SdkField<?> field, Object value) {
        Map<String, String> attributes = new LinkedHashMap<>();
        field.getOptionalTrait(XmlAttributesTrait.class)
                .ifPresent(trait -> trait.attributes().forEach((name, accessors) -> Optional.ofNullable(
                                accessors.attributeGetter().apply(value))
                        .ifPresent(text -> attributes.put(name, text))));
        return attributes;
    }

    private void list(String name, ListTrait trait, List<?> list) {
        SdkField<?> member = trait.memberFieldInfo();
        if (names.isFlat(trait)) {
            list.forEach(element -> value(name, member, element));
        } else {
            element(name, () -> list.forEach(element -> value(member.unmarshallLocationName(), member, element)));
        }
    }

    private void map(String name, SdkField<?> field, MapTrait trait, Map<?, ?> map) {
        Content entries = () -> map.forEach((key, value) -> element(names.isFlat(trait) ? name : "entry", () -> {
            text(names.key(field, trait), (String) key);
            value(names.value(trait), trait.valueFieldInfo(), value);
        }));
        if (names.isFlat(trait)) {
            entries.write();
        } else {
            element(name, entries);
        }
    }

    /**
     * Writes a text with its escapes. XML 1.0 has no way to write most control characters: they become the replacement
     * character.
     */
    private void escaped(String text) {
        if (isPlain(text)) {
            xml.append(text);
            return;
        }
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                case '\r' -> xml.append("&#xD;");
                case '\n', '\t' -> xml.appendCodePoint(c);
                default -> xml.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
    }

    /** Tells whether a text has nothing to escape, as most texts of a listing have not. */
    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit < 0x20 || unit > 0x7E || unit == '&' || unit == '<' || unit == '>' || unit == '"') {
                return false;
            }
        }
        return true;
    }

    private static boolean isXml(int c) {
        return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }

    @Override
    public String toString() {
        return xml.toString();
    }
}
