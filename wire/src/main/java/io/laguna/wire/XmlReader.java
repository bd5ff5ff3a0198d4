package io.laguna.wire;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;
import software.amazon.awssdk.core.traits.XmlAttributeTrait;

/** The reader of XML into the SDK's types. Namespaces do not matter. Rules: smithy.io, "AWS restXml protocol". */
final class XmlReader {
    /** Reading goes down the stack with the elements. */
    private static final int DEEPEST = 100;

    private final XMLInputFactory factory = factory();

    /**
     * Makes a factory without documents' own types and what they refer to: a body must not make its reader fetch
     * something.
     */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** Reads the members of the document's element into {@code builder}, whatever the element is called. */
    void read(byte[] document, SdkPojo builder) throws MalformedRequestException {
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(document));
            xml.nextTag();
            members(xml, builder, 0);
            while (xml.hasNext()) {
                xml.next();
            }
        } catch (XMLStreamException e) {
            throw MalformedRequestException.inBody("The body is no XML: " + e.getMessage(), e);
        }
    }

    private void members(XMLStreamReader xml, SdkPojo builder, int depth)
            throws XMLStreamException, MalformedRequestException {
        if (depth > DEEPEST) {
            throw MalformedRequestException.inBody("The body is nested deeper than " + DEEPEST, null);
        }
        Map<String, SdkField<?>> fields = Shape.byName(Shape.bodyFields(builder), SdkField::locationName);
        Map<SdkField<?>, List<Object>> flattened = new LinkedHashMap<>();
        for (SdkField<?> field : fields.values()) {
            if (field.containsTrait(XmlAttributeTrait.class)) {
                attribute(xml, field, builder);
            }
        }
        while (xml.nextTag() == XMLStreamReader.START_ELEMENT) {
            String name = xml.getLocalName();
            SdkField<?> field = fields.get(name);
            if (field == null) {
                skip(xml);
                continue;
            }
            try {
                ListTrait list = field.getOptionalTrait(ListTrait.class).orElse(null);
                if (list != null && list.isFlattened()) {
                    flattened
                            .computeIfAbsent(field, unused -> new ArrayList<>())
                            .add(value(xml, list.memberFieldInfo(), depth));
                } else {
                    field.set(builder, value(xml, field, depth));
                }
            } catch (MalformedRequestException e) {
                throw e.within(name);
            }
        }
        flattened.forEach((field, list) -> field.set(builder, list));
    }

    /** Reads an attribute, which is named with the prefix that it mostly has: {@code xsi:type}. */
    private static void attribute(XMLStreamReader xml, SdkField<?> field, SdkPojo builder)
            throws MalformedRequestException {
        String local = field.locationName().substring(field.locationName().indexOf(':') + 1);
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(local)) {
                field.set(builder, Texts.parse(field, xml.getAttributeValue(i), Format.ISO_8601));
            }
        }
    }

    private Object value(XMLStreamReader xml, SdkField<?> field, int depth)
            throws XMLStreamException, MalformedRequestException {
        return switch (field.marshallingType().getKnownType()) {
            case SDK_POJO -> {
                SdkPojo builder = field.constructor().get();
                members(xml, builder, depth + 1);
                yield Shape.build(builder);
            }
            case LIST -> list(xml, field.getTrait(ListTrait.class), depth);
            case MAP -> map(xml, field.getTrait(MapTrait.class), depth);
            default -> {
                try {
                    yield Texts.parse(field, xml.getElementText(), Format.ISO_8601);
                } catch (MalformedRequestException e) {
                    throw e.ofBody();
                }
            }
        };
    }

    private List<Object> list(XMLStreamReader xml, ListTrait trait, int depth)
            throws XMLStreamException, MalformedRequestException {
        List<Object> list = new ArrayList<>();
        while (xml.nextTag() == XMLStreamReader.START_ELEMENT) {
            list.add(value(xml, trait.memberFieldInfo(), depth + 1));
        }
        return list;
    }

    private Map<String, Object> map(XMLStreamReader xml, MapTrait trait, int depth)
            throws XMLStreamException, MalformedRequestException {
        Map<String, Object> map = new LinkedHashMap<>();
        while (xml.nextTag() == XMLStreamReader.START_ELEMENT) {
            String key = "";
            Object value = null;
            while (xml.nextTag() == XMLStreamReader.START_ELEMENT) {
                if (xml.getLocalName().equals(trait.keyLocationName())) {
                    key = xml.getElementText();
                } else {
                    value = value(xml, trait.valueFieldInfo(), depth + 1);
                }
            }
            map.put(key, value);
        }
        return map;
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        int open = 1;
        while (open > 0) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                open++;
            } else if (event == XMLStreamReader.END_ELEMENT) {
                open--;
            }
        }
    }
}
