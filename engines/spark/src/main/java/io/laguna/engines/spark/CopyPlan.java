package io.laguna.engines.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.Path;

/** The decision which files are written, and from which source files. */
final class CopyPlan {
    private static final Pattern ENDING = Pattern.compile("(?<=[^/])\\.[A-Za-z]\\w*$");

    private final CopyOptions options;

    CopyPlan(CopyOptions options) {
        this.options = options;
    }

    /**
     * Returns the files to write.
     *
     * @throws IllegalArgumentException when two files would get one name
     */
    List<CopyTarget> targets(List<CopySource> sources) {
        List<CopyTarget> targets = options.groupBy().isPresent() ? grouped(sources) : oneByOne(sources);
        Map<Path, List<CopyTarget>> byPath = targets.stream().collect(Collectors.groupingBy(CopyTarget::path));
        byPath.values().stream().filter(same -> same.size() > 1).findAny().ifPresent(same -> {
            throw new IllegalArgumentException(
                    "two files would become " + same.get(0).path());
        });
        return targets;
    }

    private List<CopyTarget> oneByOne(List<CopySource> sources) {
        List<CopyTarget> targets = new ArrayList<>();
        for (CopySource source : sources) {
            targets.add(target(source.relative(), List.of(source), targets.size()));
        }
        return targets;
    }

    /** Joins the files of each group into one target. Files that do not match the pattern are not copied. */
    private List<CopyTarget> grouped(List<CopySource> sources) {
        Map<String, List<CopySource>> groups = new TreeMap<>();
        for (CopySource source : sources) {
            Matcher match =
                    options.groupBy().orElseThrow().matcher(source.path().toString());
            if (match.matches()) {
                String name = IntStream.rangeClosed(1, match.groupCount())
                        .mapToObj(match::group)
                        .filter(group -> group != null)
                        .collect(Collectors.joining());
                groups.computeIfAbsent(name, any -> new ArrayList<>()).add(source);
            }
        }
        List<CopyTarget> targets = new ArrayList<>();
        groups.forEach((name, members) -> {
            if (name.isEmpty()) {
                throw new IllegalArgumentException(
                        "--groupBy gives " + members.get(0).path() + " an empty name");
            }
            List<List<CopySource>> parts = parts(members);
            for (int part = 0; part < parts.size(); part++) {
                String numbered = parts.size() > 1 ? numbered(name, part) : name;
                targets.add(target(numbered, parts.get(part), targets.size()));
            }
        });
        return targets;
    }

    private List<List<CopySource>> parts(List<CopySource> members) {
        List<List<CopySource>> parts = new ArrayList<>();
        long size = 0;
        for (CopySource member : members) {
            if (parts.isEmpty() || size >= options.targetSize().orElse(Long.MAX_VALUE)) {
                parts.add(new ArrayList<>());
                size = 0;
            }
            parts.get(parts.size() - 1).add(member);
            size += member.size();
        }
        return parts;
    }

    /**
     * Adds a number in front of the file's ending: {@code myfile.gz} becomes {@code myfile0.gz}. A name like
     * {@code 10.0} has no ending, and the number comes last.
     */
    private static String numbered(String name, int part) {
        Matcher ending = ENDING.matcher(name);
        int end = ending.find() ? ending.start() : name.length();
        return name.substring(0, end) + part + name.substring(end);
    }

    private CopyTarget target(String relative, List<CopySource> sources, int index) {
        int slash = relative.lastIndexOf('/') + 1;
        String number = options.firstNumber()
                .map(first -> Integer.toString(first + index))
                .orElse("");
        String name = relative.substring(0, slash) + number + options.codec().rename(relative.substring(slash));
        return new CopyTarget(new Path(options.dest(), new Path(null, null, name)), name, sources);
    }
}
