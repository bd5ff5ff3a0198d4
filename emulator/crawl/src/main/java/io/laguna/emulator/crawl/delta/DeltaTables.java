package io.laguna.emulator.crawl.delta;

import io.laguna.emulator.crawl.CrawlRequest;
import io.laguna.emulator.crawl.CrawlTarget.DeltaTable;
import io.laguna.emulator.crawl.CrawledStore;
import io.laguna.emulator.crawl.FoundTable;
import io.laguna.emulator.crawl.ManifestFolder;
import io.laguna.emulator.crawl.group.Minutes;
import java.util.List;
import java.util.Optional;

/**
 * The tables of Delta Lake that a crawl is told of.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/crawler-delta-lake.html">How to specify configuration options for
 *     a Delta Lake data store</a>
 */
public final class DeltaTables {
    private DeltaTables() {}

    /** A table, and its manifests where the crawl is to write them. */
    public record Found(FoundTable table, Optional<ManifestFolder> manifests) {}

    /** Returns the table in a folder, if there is one. */
    public static Optional<Found> of(CrawledStore store, DeltaTable target, CrawlRequest request, Minutes minutes) {
        String location = target.path().location();
        Optional<DeltaSnapshot> read = DeltaLog.read(store, target.path());
        if (read.isEmpty()) {
            minutes.decide(location, "no table: no log of Delta Lake is there");
            return Optional.empty();
        }
        DeltaSnapshot snapshot = read.get();
        Optional<String> obstacle = target.isNative() ? Optional.empty() : obstacle(snapshot);
        if (obstacle.isPresent()) {
            minutes.warn(location + " is no table that is read by manifests: " + obstacle.get());
            return Optional.empty();
        }
        minutes.decide(
                location,
                "a table of Delta Lake, version " + snapshot.version()
                        + (target.isNative() ? ", read by its log" : ", read by manifests"));
        Manifests manifests = new Manifests(target.path(), snapshot);
        DeltaInput input = new DeltaInput(request, target.path(), snapshot);
        return Optional.of(new Found(
                target.isNative() ? input.ofLog() : input.ofManifests(manifests),
                target.writesManifest() && obstacle(snapshot).isEmpty()
                        ? Optional.of(manifests.files())
                        : Optional.empty()));
    }

    /** Returns why data files alone do not say what the rows are. */
    private static Optional<String> obstacle(DeltaSnapshot snapshot) {
        if (snapshot.files().stream().anyMatch(AddedFile::deletionVector)) {
            return Optional.of("it has deletion vectors");
        }
        String mapping = snapshot.configuration().getOrDefault("delta.columnMapping.mode", "none");
        return List.of("none", "").contains(mapping)
                ? Optional.empty()
                : Optional.of("its columns are mapped by " + mapping);
    }
}
