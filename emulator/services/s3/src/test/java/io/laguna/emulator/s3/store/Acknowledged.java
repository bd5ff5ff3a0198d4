package io.laguna.emulator.s3.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words of a {@link KilledWriter}: how objects must be, and how they may be. */
final class Acknowledged {
    private final Map<Place, Optional<String>> objects = new HashMap<>();
    private final Map<Place, Optional<String>> begun = new HashMap<>();
    private final Map<VersionOf, String> versions = new HashMap<>();
    private int count;

    /** A key in a bucket. */
    private record Place(String bucket, String key) {}

    /** A version of a key in the versioned bucket. */
    record VersionOf(String key, String id) {}

    /** A process that was killed has nothing under way any more. */
    void begin() {
        begun.clear();
    }

    void read(String line) {
        String[] words = line.split(" ", -1);
        if (words[0].equals("begin") && words.length == 6) {
            begun.put(new Place(words[2], words[3]), words[4].equals("put") ? Optional.of(words[5]) : Optional.empty());
        } else if (words[0].equals("done") && words.length == 5) {
            Place place = new Place(words[2], words[3]);
            Optional<String> tag = begun.remove(place);
            objects.put(place, tag);
            count++;
            if (place.bucket().equals("versioned")) {
                tag.ifPresent(put -> versions.put(new VersionOf(place.key(), words[4]), put));
            }
        }
    }

    int count() {
        return count;
    }

    List<String> keys(String bucket) {
        List<Place> places = new ArrayList<>(objects.keySet());
        begun.keySet().stream().filter(place -> !objects.containsKey(place)).forEach(places::add);
        return places.stream()
                .filter(place -> place.bucket().equals(bucket))
                .map(Place::key)
                .toList();
    }

    /** Returns the tags that an object may have: as it was acknowledged, or as it was to be. */
    List<Optional<String>> allowed(String bucket, String key) {
        Place place = new Place(bucket, key);
        List<Optional<String>> allowed = new ArrayList<>();
        allowed.add(objects.getOrDefault(place, Optional.empty()));
        Optional.ofNullable(begun.get(place)).ifPresent(allowed::add);
        return allowed;
    }

    void found(String bucket, String key, Optional<String> tag) {
        objects.put(new Place(bucket, key), tag);
    }

    List<String> present(String bucket) {
        return objects.entrySet().stream()
                .filter(object -> object.getKey().bucket().equals(bucket)
                        && object.getValue().isPresent())
                .map(object -> object.getKey().key())
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    Map<VersionOf, String> versions() {
        return versions;
    }
}
