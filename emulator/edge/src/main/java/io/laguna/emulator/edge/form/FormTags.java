package io.laguna.emulator.edge.form;

import io.laguna.emulator.edge.payload.BodyRefusal;
import io.laguna.emulator.edge.request.PercentEncoding;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The tags of an upload, which a form has as XML and a PutObject as a query string. */
final class FormTags {
    private FormTags() {}

    static String header(String xml) throws BodyRefusal {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        List<String> tags = new ArrayList<>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            String key = "";
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamReader.START_ELEMENT) {
                    continue;
                }
                if (reader.getLocalName().equals("Key")) {
                    key = PercentEncoding.encode(reader.getElementText());
                } else if (reader.getLocalName().equals("Value")) {
                    tags.add(key + "=" + PercentEncoding.encode(reader.getElementText()));
                }
            }
        } catch (XMLStreamException e) {
            throw new BodyRefusal(
                    400,
                    "MalformedXML",
                    "The XML you provided was not well-formed or did not validate against our published schema");
        }
        return String.join("&", tags);
    }
}
