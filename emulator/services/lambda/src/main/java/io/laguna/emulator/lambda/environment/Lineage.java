package io.laguna.emulator.lambda.environment;

import io.laguna.emulator.kit.request.RandomIds;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * The functions that were invoked, and how often, by what came of one request: the member {@code Lineage} of a trace. Functions
 * hand the trace on with their calls of AWS, by the SDKs that they use.
 *
 * @param root of the trace, where it has begun
 * @param counts by the hashes of functions' ARNs
 * @see <a href="https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader">Tracing header</a>
 */
public record Lineage(Optional<String> root, Map<String, Integer> counts) {
    /**
     * "If your function is invoked approximately 16 times in the same chain of requests, then Lambda automatically stops the next
     * function invocation in that request chain".
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html">Recursive loop detection</a>
     */
    private static final int MOST = 16;

    private static final RandomIds DIGITS = new RandomIds("0123456789abcdef");
    private static final Pattern ROOT = Pattern.compile("(?:^|;)\\s*Root=(1-[0-9a-f]{8}-[0-9a-f]{24})(?=;|$)");
    private static final Pattern MEMBER = Pattern.compile("(?:^|;)\\s*Lineage=([^;]*)");
    private static final Pattern COUNT = Pattern.compile("([0-9a-f]{8}):(\\d{1,5})");

    public Lineage {
        counts = Map.copyOf(counts);
    }

    /** Reads the lineage of a trace. What is no lineage of Laguna's is none. */
    public static Lineage of(Optional<String> trace) {
        // Python's SDK encodes the lines between the functions.
        String text = trace.orElse("").replace("%7C", "|");
        Map<String, Integer> counts = new TreeMap<>();
        Matcher member = MEMBER.matcher(text);
        if (member.find()) {
            for (String each : member.group(1).split("\\|", -1)) {
                Matcher count = COUNT.matcher(each);
                if (count.matches()) {
                    counts.put(count.group(1), Integer.parseInt(count.group(2)));
                }
            }
        }
        Matcher root = ROOT.matcher(text);
        return new Lineage(root.find() ? Optional.of(root.group(1)) : Optional.empty(), counts);
    }

    /** Returns the lineage of what came of several requests: the longest of each function. */
    public static Lineage of(Collection<Lineage> all) {
        Map<String, Integer> counts = new TreeMap<>();
        all.forEach(each -> each.counts.forEach((function, count) -> counts.merge(function, count, Math::max)));
        return new Lineage(all.stream().flatMap(each -> each.root.stream()).findFirst(), counts);
    }

    /** Tells whether a function was invoked so often that it is not to be invoked again. */
    public boolean isLoop(String function) {
        return counts.getOrDefault(hash(function), 0) >= MOST;
    }

    /** Returns the lineage with one more invocation of a function. */
    public Lineage with(String function) {
        Map<String, Integer> more = new TreeMap<>(counts);
        more.merge(hash(function), 1, Integer::sum);
        return new Lineage(root, more);
    }

    /** Returns the trace in which an invocation goes on, which begins now where there was none. */
    public String trace(Instant now) {
        String lineage = new TreeMap<>(counts)
                .entrySet().stream()
                        .map(each -> each.getKey() + ":" + each.getValue())
                        .collect(Collectors.joining("|"));
        return "Root="
                + root.orElseGet(() -> String.format(Locale.ROOT, "1-%08x-%s", now.getEpochSecond(), DIGITS.next(24)))
                + ";Parent=" + DIGITS.next(16) + ";Sampled=0;Lineage=" + lineage;
    }

    private static String hash(String function) {
        CRC32 hash = new CRC32();
        hash.update(function.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", hash.getValue());
    }
}
