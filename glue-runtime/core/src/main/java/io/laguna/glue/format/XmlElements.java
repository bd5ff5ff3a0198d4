package io.laguna.glue.format;

import io.laguna.glue.record.CallSite;
import io.laguna.glue.record.DynamicRecord;
import io.laguna.glue.record.ErrorDetail;
import io.laguna.glue.record.Struct;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The elements of one name in an XML file. A value's type is read off its text: long, double, boolean or string. */
final class XmlElements extends PulledRecords {
    private final Slice slice;
    private final XmlFormat format;
    private final XMLStreamReader xml;

    private XmlElements(Slice slice, XmlFormat format, InputStream bytes, XMLStreamReader xml) {
        super(bytes);
        this.slice = slice;
        this.format = format;
        this.xml = xml;
    }

    static XmlElements of(Slice slice, XmlFormat format) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        InputStream bytes = slice.open(0);
        try {
            return new XmlElements(slice, format, bytes, factory.createXMLStreamReader(bytes, format.encoding()));
        } catch (XMLStreamException e) {
            throw new UnparseableFileException(slice.name(), e);
        }
    }

    @Override
    boolean pull(Deque<DynamicRecord> ready) {
        Struct soFar = new Struct();
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(format.rowTag())) {
                    Object value = element(soFar);
                    ready.add(DynamicRecord.of(
                            value instanceof Struct struct ? struct : Struct.of(format.valueTag(), value)));
                    return true;
                }
            }
        } catch (XMLStreamException e) {
            ready.add(DynamicRecord.failed(ErrorDetail.ofInput(
                    CallSite.NOT_PROVIDED, e, "", xml.getLocation().getCharacterOffset(), slice.name(), soFar)));
        }
        return false;
    }

    /** Returns the value of the element that has begun: a struct, or its text when it has nothing else. */
    private Object element(Struct struct) throws XMLStreamException {
        if (!format.excludeAttribute()) {
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                struct.put(format.attributePrefix() + xml.getAttributeLocalName(i), value(xml.getAttributeValue(i)));
            }
        }
        StringBuilder text = new StringBuilder();
        Map<String, List<Object>> lists = new HashMap<>();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                add(struct, lists, name, element(new Struct()));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            }
        }
        if (struct.isEmpty()) {
            return value(text.toString());
        }
        if (!text.toString().isBlank()) {
            struct.put(format.valueTag(), value(text.toString()));
        }
        return struct;
    }

    /** A name that comes again makes an array. */
    private static void add(Struct struct, Map<String, List<Object>> lists, String name, Object value) {
        if (lists.containsKey(name)) {
            lists.get(name).add(value);
        } else if (struct.has(name)) {
            List<Object> list = new ArrayList<>();
            list.add(struct.get(name));
            list.add(value);
            lists.put(name, list);
            struct.put(name, list);
        } else {
            struct.put(name, value);
        }
    }

    private Object value(String raw) {
        String text = format.ignoreSurroundingSpaces() ? raw.strip() : raw;
        if (text.isEmpty()) {
            return format.treatEmptyValuesAsNulls() ? null : text;
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return looksLikeNumber(text) ? number(text) : text;
    }

    private static Object number(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            if (text.indexOf('.') >= 0) {
                return number.doubleValue();
            }
            long whole = number.longValueExact();
            return whole == (int) whole ? (Object) (int) whole : (Object) whole;
        } catch (ArithmeticException | NumberFormatException e) {
            return text;
        }
    }

    private static boolean looksLikeNumber(String text) {
        char last = text.charAt(text.length() - 1);
        return Character.isDigit(last) && "+-.0123456789".indexOf(text.charAt(0)) >= 0;
    }
}
