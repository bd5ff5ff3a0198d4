package io.laguna.emulator.sns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Machine;

/**
 * The filter of a subscription: AWS's own matcher of events decides, over a message's attributes or its body.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html">Filter policies</a>
 */
final class Filter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Filter() {}

    /** Checks a policy as it comes with a request. */
    static void check(String policy) {
        if (isNone(policy)) {
            return;
        }
        String wrong = JsonRuleCompiler.check(policy);
        if (wrong != null) {
            throw Failures.parameter("FilterPolicy: " + wrong);
        }
    }

    /**
     * Tells whether a policy is the empty one, by which a subscription has none any more.
     *
     * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/message-filtering-policy-remove.html">Removing a filter policy</a>
     */
    private static boolean isNone(String policy) {
        return policy.matches("\\s*(\\{\\s*})?\\s*");
    }

    /** Tells whether a subscription takes a message. */
    static boolean takes(
            SubscriptionRecord subscription, String message, Map<String, MessageAttributeValue> attributes) {
        String policy = subscription.attributes().getOrDefault(SubscriptionSetting.FILTER.word(), "");
        if (isNone(policy)) {
            return true;
        }
        boolean ofBody = "MessageBody".equals(subscription.attributes().get(SubscriptionSetting.SCOPE.word()));
        try {
            Machine machine = Machine.builder().build();
            machine.addRule("policy", policy);
            return !machine.rulesForJSONEvent(ofBody ? body(message) : event(attributes))
                    .isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns the body as an event; one that is no JSON object matches no policy. */
    private static JsonNode body(String message) throws JsonProcessingException {
        JsonNode body = JSON.readTree(message);
        return body.isObject() ? body : JSON.createObjectNode();
    }

    private static JsonNode event(Map<String, MessageAttributeValue> attributes) throws JsonProcessingException {
        ObjectNode event = JSON.createObjectNode();
        for (Map.Entry<String, MessageAttributeValue> each : attributes.entrySet()) {
            String type = each.getValue().dataType();
            String text = each.getValue().stringValue();
            if (type.equals("String.Array") || type.equals("Number")) {
                event.set(each.getKey(), JSON.readTree(text));
            } else if (type.startsWith("String")) {
                event.put(each.getKey(), text);
            }
        }
        return event;
    }
}
