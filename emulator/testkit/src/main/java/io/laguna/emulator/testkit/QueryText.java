package io.laguna.emulator.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.wire.WireRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The protocol awsQuery as JSON: members are parameters of a form on the way there, and elements of XML on the way back,
 * where every value is a text.
 */
final class QueryText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private QueryText() {}

    /** Returns a request of a form. */
    static WireRequest request(String operation, String version, JsonNode members) {
        StringJoiner form = new StringJoiner("&");
        form.add("Action=" + operation).add("Version=" + version);
        flatten("", members, form);
        return new WireRequest(
                "POST",
                "/",
                "",
                Map.of("content-type", List.of("application/x-www-form-urlencoded")),
                form.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void flatten(String path, JsonNode value, StringJoiner form) {
        String prefix = path.isEmpty() ? "" : path + ".";
        if (value.isObject()) {
            value.properties().forEach(member -> flatten(prefix + member.getKey(), member.getValue(), form));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                flatten(prefix + "member." + (i + 1), value.get(i), form);
            }
        } else {
            form.add(path + "=" + URLEncoder.encode(value.asText(), StandardCharsets.UTF_8));
        }
    }

    /** Returns the members of an answer, or the type and the message of a failure. */
    static JsonNode answer(byte[] xml) {
        JsonNode answer = json(root(xml));
        if (answer.has("Error")) {
            return JSON.createObjectNode()
                    .put("__type", answer.path("Error").path("Code").asText())
                    .put("message", answer.path("Error").path("Message").asText());
        }
        return answer.properties().stream()
                .filter(part -> part.getKey().endsWith("Result"))
                .map(Map.Entry::getValue)
                .filter(JsonNode::isObject)
                .findFirst()
                .orElseGet(JSON::createObjectNode);
    }

    private static Element root(byte[] xml) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(new String(xml, StandardCharsets.UTF_8), e);
        }
    }

    private static JsonNode json(Element element) {
        List<Element> children = children(element);
        if (children.isEmpty()) {
            return JSON.getNodeFactory().textNode(element.getTextContent());
        }
        if (children.stream().allMatch(child -> child.getTagName().equals("member"))) {
            ArrayNode list = JSON.createArrayNode();
            children.forEach(child -> list.add(json(child)));
            return list;
        }
        ObjectNode object = JSON.createObjectNode();
        for (Element child : children) {
            if (child.getTagName().equals("entry")) {
                List<Element> pair = children(child);
                object.set(pair.get(0).getTextContent(), json(pair.get(1)));
            } else {
                object.set(child.getTagName(), json(child));
            }
        }
        return object;
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }
}
