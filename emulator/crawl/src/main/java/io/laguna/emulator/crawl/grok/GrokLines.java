package io.laguna.emulator.crawl.grok;

import io.laguna.emulator.crawl.finding.Finding;
import io.laguna.emulator.crawl.finding.Layout;
import io.laguna.emulator.crawl.finding.Mean;
import io.laguna.emulator.crawl.read.Sample;
import io.laguna.emulator.crawl.read.Text;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;

/** A classifier of files whose lines fit a grok pattern. */
public final class GrokLines {
    private static final int LINES = 1000;
    /** Longer lines are not taken for a log's. */
    private static final int LONGEST = 1 << 16;

    private final GrokExpression expression;
    private final Predicate<Matcher> match;
    private final Layout layout;

    private GrokLines(String classification, String format, String custom, Predicate<Matcher> match) {
        this.expression = new GrokExpression(format, new GrokPatterns(custom));
        this.match = match;
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("input.format", format);
        if (!custom.isBlank()) {
            parameters.put("input.grokCustomPatterns", custom);
        }
        this.layout = Layout.text(classification, "com.amazonaws.glue.serde.GrokSerDe", parameters, Map.of());
    }

    /**
     * Makes a classifier of a user, whose pattern may fit any part of a line.
     *
     * @throws IllegalArgumentException when the pattern is none
     */
    public static GrokLines custom(String classification, String format, String custom) {
        return new GrokLines(classification, format, custom, Matcher::find);
    }

    /** Makes a classifier of AWS's, whose pattern fits the beginning of a line. */
    static GrokLines builtIn(String classification, String format, String custom) {
        return new GrokLines(classification, format, custom, Matcher::lookingAt);
    }

    /** A finding, and the share of the lines that fit, from 0 to 1. */
    public record Match(Finding finding, double share) {}

    /** Returns what the file is, if one of its lines fits. */
    public Optional<Match> find(Sample sample) throws IOException {
        Text text = sample.text(Sample.STEP);
        if (text.isBinary()) {
            return Optional.empty();
        }
        List<String> lines = text.lines()
                .lines()
                .filter(line -> !line.isBlank())
                .limit(LINES)
                .toList();
        long fitting = lines.stream().filter(this::fits).count();
        if (fitting == 0) {
            return Optional.empty();
        }
        Mean mean = new Mean();
        lines.forEach(line -> mean.add(line.length()));
        Finding finding = Finding.of(
                layout,
                sample.compression().text(),
                expression.columns(),
                mean.count(sample.object().size(), lines.size() == 1));
        return Optional.of(new Match(finding, (double) fitting / lines.size()));
    }

    /** Tells whether the first line fits, so that it pays to look at the others. */
    boolean fitsFirst(String lines) {
        return lines.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .filter(this::fits)
                .isPresent();
    }

    private boolean fits(String line) {
        return line.length() <= LONGEST && match.test(expression.matcher(line));
    }
}
