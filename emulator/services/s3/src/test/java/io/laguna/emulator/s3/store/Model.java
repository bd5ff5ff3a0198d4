package io.laguna.emulator.s3.store;

import io.laguna.emulator.s3.store.object.Versioning;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A model of a bucket: every key with its versions, the latest first, in memory and without a thought for files. */
final class Model {
    private static final Comparator<String> UTF8 =
            Comparator.comparing(text -> text.codePoints().boxed().toList(), (one, other) -> {
                for (int at = 0; at < Math.min(one.size(), other.size()); at++) {
                    if (!one.get(at).equals(other.get(at))) {
                        return Integer.compare(one.get(at), other.get(at));
                    }
                }
                return Integer.compare(one.size(), other.size());
            });

    private final TreeMap<String, Deque<Entry>> keys = new TreeMap<>(UTF8);
    private Versioning versioning = Versioning.UNVERSIONED;

    /** A version: its content, or nothing of a delete marker. */
    record Entry(String id, Optional<String> content) {
        boolean isMarker() {
            return content.isEmpty();
        }
    }

    /** A line of a listing. */
    record Line(String key, String versionId, boolean latest) {}

    Versioning versioning() {
        return versioning;
    }

    void version(Versioning changed) {
        versioning = changed;
    }

    void put(String key, String id, String content) {
        add(key, new Entry(id, Optional.of(content)));
    }

    /** A delete without a version: {@code id} is the marker's. */
    void delete(String key, Optional<String> id) {
        if (versioning == Versioning.UNVERSIONED) {
            keys.remove(key);
        } else {
            add(key, new Entry(id.orElseThrow(), Optional.empty()));
        }
    }

    void deleteVersion(String key, String id) {
        Deque<Entry> versions = versions(key);
        versions.removeIf(entry -> entry.id().equals(id));
        if (versions.isEmpty()) {
            keys.remove(key);
        }
    }

    Deque<Entry> versions(String key) {
        return keys.getOrDefault(key, new ArrayDeque<>());
    }

    Optional<String> content(String key) {
        return Optional.ofNullable(versions(key).peekFirst()).flatMap(Entry::content);
    }

    List<String> allKeys() {
        return List.copyOf(keys.keySet());
    }

    /** Keys and common prefixes of one listing without pages: a prefix has no version. */
    List<Line> list(String prefix, String delimiter, String after, boolean versions) {
        List<Line> lines = new ArrayList<>();
        String common = "";
        for (Map.Entry<String, Deque<Entry>> key : keys.entrySet()) {
            if (!key.getKey().startsWith(prefix) || UTF8.compare(key.getKey(), after) <= 0) {
                continue;
            }
            if (!versions && key.getValue().getFirst().isMarker()) {
                continue;
            }
            int at = delimiter.isEmpty() ? -1 : key.getKey().indexOf(delimiter, prefix.length());
            if (at >= 0) {
                String found = key.getKey().substring(0, at + delimiter.length());
                if (!found.equals(common) && UTF8.compare(found, after) > 0) {
                    lines.add(new Line(found, "", false));
                }
                common = found;
            } else if (versions) {
                boolean latest = true;
                for (Entry entry : key.getValue()) {
                    lines.add(new Line(key.getKey(), entry.id(), latest));
                    latest = false;
                }
            } else {
                lines.add(new Line(key.getKey(), key.getValue().getFirst().id(), true));
            }
        }
        return lines;
    }

    private void add(String key, Entry entry) {
        Deque<Entry> versions = keys.computeIfAbsent(key, any -> new ArrayDeque<>());
        versions.removeIf(other -> other.id().equals(entry.id()));
        versions.addFirst(entry);
    }
}
