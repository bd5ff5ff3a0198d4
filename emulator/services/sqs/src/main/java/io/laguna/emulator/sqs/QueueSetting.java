package io.laguna.emulator.sqs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The attributes of a queue that can be set, with their defaults and what they may be: a range of numbers, or a pattern.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html">
 *     SetQueueAttributes</a>
 */
enum QueueSetting {
    DELAY("DelaySeconds", "0", "0..900", false),
    MAXIMUM_SIZE("MaximumMessageSize", "1048576", "1024..1048576", false),
    RETENTION("MessageRetentionPeriod", "345600", "60..1209600", false),
    WAIT("ReceiveMessageWaitTimeSeconds", "0", "0..20", false),
    VISIBILITY("VisibilityTimeout", "30", "0..43200", false),
    POLICY("Policy", "", "(?s).*", false),
    REDRIVE("RedrivePolicy", "", "(?s).*", false),
    REDRIVE_ALLOW("RedriveAllowPolicy", "", "(?s).*", false),
    KEY("KmsMasterKeyId", "", "(?s).*", false),
    KEY_REUSE("KmsDataKeyReusePeriodSeconds", "", "60..86400", false),
    ENCRYPTED("SqsManagedSseEnabled", "true", "(?i)true|false", false),
    FIFO("FifoQueue", "", "(?i)true|false", true),
    CONTENT_BASED("ContentBasedDeduplication", "false", "(?i)true|false", true),
    SCOPE("DeduplicationScope", "queue", "queue|messageGroup", true),
    THROUGHPUT("FifoThroughputLimit", "perQueue", "perQueue|perMessageGroupId", true);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern RANGE = Pattern.compile("(\\d+)\\.\\.(\\d+)");

    private final String word;
    private final String standard;
    private final String allowed;
    private final boolean ofFifo;

    QueueSetting(String word, String standard, String allowed, boolean ofFifo) {
        this.word = word;
        this.standard = standard;
        this.allowed = allowed;
        this.ofFifo = ofFifo;
    }

    private boolean allows(String value) {
        Matcher range = RANGE.matcher(allowed);
        if (!range.matches()) {
            return value.matches(allowed);
        }
        return value.matches("\\d{1,9}")
                && Long.parseLong(value) >= Long.parseLong(range.group(1))
                && Long.parseLong(value) <= Long.parseLong(range.group(2));
    }

    /** Returns the attribute's name. */
    String word() {
        return word;
    }

    /** Returns the value among those that were set, or the default. */
    String of(Map<String, String> set) {
        return set.getOrDefault(word, standard);
    }

    long numberOf(Map<String, String> set) {
        return Long.parseLong(of(set));
    }

    boolean isTrue(Map<String, String> set) {
        return of(set).equalsIgnoreCase("true");
    }

    static Optional<QueueSetting> named(String word) {
        return Arrays.stream(values())
                .filter(setting -> setting.word.equals(word))
                .findFirst();
    }

    /**
     * Checks attributes as they come with a request. An empty value is allowed where it takes an attribute away.
     *
     * @param fifo whether the queue is one
     */
    static void check(Map<String, String> given, boolean fifo) {
        given.forEach((name, value) -> {
            QueueSetting setting = named(name).orElseThrow(() -> Failures.attribute(name));
            if (setting.ofFifo && !fifo) {
                throw Failures.attribute(name);
            }
            boolean removal = value.isEmpty() && setting.standard.isEmpty();
            if (setting == POLICY && !removal && !isJsonObject(value)) {
                throw Failures.attributeValue(name);
            }
            if ((!removal && !setting.allows(value)) || value.indexOf('\0') >= 0) {
                throw Failures.attributeValue(name);
            }
        });
    }

    private static boolean isJsonObject(String text) {
        try {
            return JSON.readTree(text).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** Returns what a queue says about its settings: those with an empty value are left out. */
    static Map<String, String> shown(Map<String, String> set, boolean fifo) {
        Map<String, String> shown = new TreeMap<>();
        for (QueueSetting setting : values()) {
            String value = setting.of(set);
            if (!value.isEmpty() && (fifo || !setting.ofFifo)) {
                shown.put(setting.word, value);
            }
        }
        return shown;
    }
}
