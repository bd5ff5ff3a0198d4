package io.laguna.emulator.s3.store.listing;

import io.laguna.emulator.s3.store.layout.Utf8;
import java.util.Optional;
import java.util.function.Predicate;

/** The keys that have a current version, or older ones, or both, in their order. */
final class VersionWalk {
    private final KeyWalk objects;
    private final KeyWalk archive;
    private Optional<String> object = Optional.empty();
    private Optional<String> archived = Optional.empty();

    VersionWalk(KeyTree objects, KeyTree archive, ListVersionsRequest request) {
        boolean inclusive = request.afterVersion().isPresent();
        this.objects = new KeyWalk(objects, request.prefix(), request.after(), inclusive);
        this.archive = new KeyWalk(archive, request.prefix(), request.after(), inclusive);
    }

    /** The next key, or a folder for which its text is enough. */
    Optional<String> next(Predicate<String> enough) {
        object = object.isPresent() ? object : objects.next(enough).map(KeyWalk.Step::text);
        archived = archived.isPresent() ? archived : archive.next(enough).map(KeyWalk.Step::text);
        Optional<String> lowest = object.isPresent() && archived.isPresent()
                ? Optional.of(Utf8.ORDER.compare(object.get(), archived.get()) <= 0 ? object.get() : archived.get())
                : object.or(() -> archived);
        object = object.filter(text -> !text.equals(lowest.orElse("")));
        archived = archived.filter(text -> !text.equals(lowest.orElse("")));
        return lowest;
    }

    /** Leaves out all keys that begin with a text. */
    void skip(String text) {
        objects.skip(text);
        archive.skip(text);
        object = object.filter(key -> !key.startsWith(text));
        archived = archived.filter(key -> !key.startsWith(text));
    }
}
