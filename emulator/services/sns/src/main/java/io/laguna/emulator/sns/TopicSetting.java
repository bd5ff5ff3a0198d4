package io.laguna.emulator.sns;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The attributes of a topic that can be set. Those of archives are not here: they would have no effect. Those of feedback are
 * kept, and no log of deliveries is written.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html">SetTopicAttributes</a>
 */
enum TopicSetting {
    POLICY("Policy", "(?s).*", false),
    DISPLAY_NAME("DisplayName", "(?s).{0,100}", false),
    KEY("KmsMasterKeyId", ".*", false),
    TRACING("TracingConfig", "PassThrough|Active", false),
    SIGNATURE("SignatureVersion", "1|2", false),
    DELIVERY("DeliveryPolicy", "(?s).*", false),
    FIFO("FifoTopic", "(?i)true|false", true),
    CONTENT_BASED("ContentBasedDeduplication", "(?i)true|false", true),
    THROUGHPUT("FifoThroughputScope", "Topic|MessageGroup", true);

    private static final Logger LOG = LoggerFactory.getLogger(TopicSetting.class);
    private static final Pattern FEEDBACK_NAME = Pattern.compile(
            "(HTTP|SQS|Lambda|Firehose|Application)(SuccessFeedbackRoleArn|SuccessFeedbackSampleRate|FailureFeedbackRoleArn)");

    private final String word;
    private final String allowed;
    private final boolean ofFifo;

    TopicSetting(String word, String allowed, boolean ofFifo) {
        this.word = word;
        this.allowed = allowed;
        this.ofFifo = ofFifo;
    }

    String word() {
        return word;
    }

    boolean isTrue(Map<String, String> set) {
        return "true".equalsIgnoreCase(set.get(word));
    }

    /** Checks an attribute as it comes with a request. */
    static void check(String name, String value, boolean fifo) {
        if (FEEDBACK_NAME.matcher(name).matches()) {
            checkFeedback(name, value);
            return;
        }
        TopicSetting setting = Arrays.stream(values())
                .filter(each -> each.word.equals(name))
                .filter(each -> fifo || !each.ofFifo)
                .findFirst()
                .orElseThrow(() -> Failures.parameter("AttributeName"));
        if (!value.isEmpty() && !value.matches(setting.allowed)) {
            throw Failures.parameter(name);
        }
        if (setting == POLICY && !value.isEmpty()) {
            TopicPolicy.check(value);
        }
        if (setting == DELIVERY) {
            DeliveryPolicy.check(value);
        }
    }

    private static void checkFeedback(String name, String value) {
        boolean rate = name.endsWith("Rate");
        if (!value.isEmpty() && !value.matches(rate ? "100|\\d{1,2}" : "arn:aws[a-z-]*:iam::\\d{12}:role/.+")) {
            throw Failures.parameter(name);
        }
        if (!rate && !value.isEmpty()) {
            LOG.warn("{} is kept and has no effect: Laguna writes no logs of deliveries", name);
        }
    }

    /** Returns what a topic says about itself: what was set, and AWS's defaults of policy and of deliveries. */
    static Map<String, String> shown(TopicRecord topic) {
        TopicAddress address = topic.address();
        Map<String, String> shown = new TreeMap<>(topic.attributes());
        shown.putIfAbsent(DISPLAY_NAME.word, "");
        shown.putIfAbsent(POLICY.word, TopicPolicy.standard(address));
        shown.put("TopicArn", address.arn());
        shown.put("Owner", address.owner().accountId());
        shown.put("EffectiveDeliveryPolicy", DeliveryPolicy.ofTopic(topic).effective());
        if (address.isFifo()) {
            shown.putIfAbsent(CONTENT_BASED.word, "false");
        }
        return shown;
    }
}
