package io.laguna.emulator.sns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The policy of a topic: a document whose statements have labels. It is kept and not enforced. */
record TopicPolicy(ObjectNode document) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STATEMENT = "Statement";

    /** Returns the policy of a topic that nobody has set one for. */
    static String standard(TopicAddress address) {
        return "{\"Version\":\"2008-10-17\",\"Id\":\"__default_policy_ID\",\"Statement\":[{\"Sid\":"
                + "\"__default_statement_ID\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"*\"},\"Action\":["
                + "\"SNS:GetTopicAttributes\",\"SNS:SetTopicAttributes\",\"SNS:AddPermission\",\"SNS:RemovePermission\","
                + "\"SNS:DeleteTopic\",\"SNS:Subscribe\",\"SNS:ListSubscriptionsByTopic\",\"SNS:Publish\"],\"Resource\":\""
                + address.arn() + "\",\"Condition\":{\"StringEquals\":{\"AWS:SourceOwner\":\""
                + address.owner().accountId() + "\"}}}]}";
    }

    /** Refuses a text that is no policy. */
    static void check(String text) {
        if (read(text)
                .filter(document -> document.path(STATEMENT).isContainerNode())
                .isEmpty()) {
            throw Failures.parameter("Policy Error: null");
        }
    }

    /** Returns the policy that a topic has now. */
    static TopicPolicy of(TopicRecord topic) {
        String text = topic.attributes().getOrDefault(TopicSetting.POLICY.word(), standard(topic.address()));
        return new TopicPolicy(read(text).orElseThrow(() -> Failures.parameter("Policy Error: null")));
    }

    private static Optional<ObjectNode> read(String text) {
        try {
            return JSON.readTree(text) instanceof ObjectNode document ? Optional.of(document) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Lets accounts do something to a topic. */
    void add(String label, String topic, List<String> accounts, List<String> actions) {
        if (find(label) >= 0) {
            throw Failures.parameter("Statement already exists");
        }
        ObjectNode statement = statements().addObject().put("Sid", label).put("Effect", "Allow");
        ArrayNode principals = statement.putObject("Principal").putArray("AWS");
        accounts.forEach(account -> principals.add("arn:aws:iam::" + account + ":root"));
        ArrayNode allowed = statement.putArray("Action");
        actions.forEach(action -> allowed.add("SNS:" + action));
        statement.put("Resource", topic);
    }

    /** Takes a statement away. One that is not there is passed over. */
    void remove(String label) {
        int place = find(label);
        if (place >= 0) {
            statements().remove(place);
        }
    }

    /** Returns the statements; a single one becomes a list of one. */
    private ArrayNode statements() {
        if (document.get(STATEMENT) instanceof ObjectNode single) {
            document.putArray(STATEMENT).add(single);
        }
        return document.withArray(STATEMENT);
    }

    private int find(String label) {
        for (int place = 0; place < statements().size(); place++) {
            if (statements().get(place).path("Sid").asText().equals(label)) {
                return place;
            }
        }
        return -1;
    }
}
