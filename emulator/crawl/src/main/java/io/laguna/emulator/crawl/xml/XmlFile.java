package io.laguna.emulator.crawl.xml;

import io.laguna.emulator.crawl.finding.Finding;
import io.laguna.emulator.crawl.finding.Layout;
import io.laguna.emulator.crawl.read.Sample;
import io.laguna.emulator.crawl.read.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Classifiers of XML. A user's names the tag of a row. AWS does not say how its own one chooses; here it is the element
 * that stands most often directly below the root.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/custom-classifier.html">Writing XML custom classifiers</a>
 */
public final class XmlFile {
    private XmlFile() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Returns what the file is, if it is XML. */
    public static Optional<Finding> find(Sample sample) throws IOException {
        Text text = sample.text(Sample.STEP);
        return beginsAsXml(text) ? rowTag(text).flatMap(tag -> find(sample, text, "xml", tag)) : Optional.empty();
    }

    /** Returns what the file is, if it is XML with rows of this tag. */
    public static Optional<Finding> find(Sample sample, String classification, String rowTag) throws IOException {
        Text text = sample.text(Sample.STEP);
        return beginsAsXml(text) ? find(sample, text, classification, rowTag) : Optional.empty();
    }

    private static boolean beginsAsXml(Text text) {
        return !text.isBinary() && text.lines().stripLeading().startsWith("<");
    }

    private static Optional<Finding> find(Sample sample, Text text, String classification, String rowTag) {
        XmlRows rows = new XmlRows();
        boolean ended = read(text, (reader, depth) -> {
            if (!rows.isFull() && reader.getLocalName().equals(rowTag)) {
                rows.add(reader);
                return true;
            }
            return false;
        });
        if (rows.count() == 0 || (!ended && text.whole())) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                Layout.unreadable(classification, Map.of("rowTag", rowTag)),
                sample.compression().text(),
                rows.columns(),
                rows.mean().count(sample.object().size(), rows.count() == 1)));
    }

    private static Optional<String> rowTag(Text text) {
        Map<String, Integer> times = new LinkedHashMap<>();
        read(text, (reader, depth) -> {
            if (depth == 2) {
                times.merge(reader.getLocalName(), 1, Integer::sum);
            }
            return false;
        });
        int most = times.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return times.entrySet().stream()
                .filter(tag -> tag.getValue() == most)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Something that looks at an element, and says whether it has read up to the element's end. */
    private interface Visitor {
        boolean visit(XMLStreamReader reader, int depth) throws XMLStreamException;
    }

    /** Tells whether the text was read to its end. */
    private static boolean read(Text text, Visitor visitor) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(text.bytes()));
            int depth = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT && !visitor.visit(reader, depth + 1)) {
                    depth++;
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
            }
            return true;
        } catch (XMLStreamException e) {
            // The text is no XML, or ends before the file does.
            return false;
        }
    }
}
