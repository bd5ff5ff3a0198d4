package io.laguna.emulator.s3.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.s3.store.layout.Attributes;
import io.laguna.emulator.s3.store.layout.Digests;
import io.laguna.emulator.s3.store.layout.NoAttributes;
import io.laguna.emulator.s3.store.listing.ListRequest;
import io.laguna.emulator.s3.store.object.OpenObject;
import io.laguna.emulator.s3.store.object.StoredObject;
import io.laguna.emulator.s3.store.object.Version;
import io.laguna.emulator.s3.store.object.Versioning;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that writes is killed, again and again: {@code -Dlaguna.store.kills} says how often. */
class KillTest {
    private static final int KILLS = Integer.getInteger("laguna.store.kills", 4);
    private static final int LONGEST_LIFE_MILLIS = 500;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasAcknowledgedIsWholeAndNothingElseIsThere(boolean attributes) throws Exception {
        Acknowledged acknowledged = new Acknowledged();
        Store store = open(attributes);
        KilledWriter.BUCKETS.forEach(bucket -> store.buckets().create(bucket, Optional.empty(), false, Map.of()));
        store.buckets().version("versioned", Versioning.ENABLED);
        for (int seed = 0; seed < KILLS; seed++) {
            acknowledged.begin();
            runAndKill(seed, attributes).forEach(acknowledged::read);
            check(open(attributes), acknowledged, seed);
        }
        assertThat(acknowledged.count()).isGreaterThanOrEqualTo(KILLS);
    }

    private Store open(boolean attributes) {
        return Store.open(folder, event -> {}, attributes ? Attributes.EXTENDED : new NoAttributes());
    }

    private List<String> runAndKill(int seed, boolean attributes) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        folder.toString(),
                        Integer.toString(seed),
                        Boolean.toString(attributes))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long life = new Random(seed).nextInt(LONGEST_LIFE_MILLIS);
        List<String> said = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            Thread killer = new Thread(() -> kill(process, life));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.startsWith("done") && killer.getState() == Thread.State.NEW) {
                    killer.start();
                }
            }
            killer.join();
        } finally {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        return said;
    }

    private static void kill(Process process, long afterMillis) {
        try {
            process.waitFor(afterMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // The process's own would close the stream that is being read.
        process.toHandle().destroyForcibly();
    }

    private void check(Store store, Acknowledged acknowledged, int seed) {
        for (String bucket : KilledWriter.BUCKETS) {
            for (String key : acknowledged.keys(bucket)) {
                Optional<String> found = tag(store, bucket, key, Optional.empty());
                assertThat(acknowledged.allowed(bucket, key))
                        .as("round %s: %s in %s", seed, key, bucket)
                        .contains(found);
                acknowledged.found(bucket, key, found);
            }
            assertThat(store.listings()
                            .list(new ListRequest(bucket, "", "", "", 1000))
                            .objects())
                    .as("round %s: listing of %s", seed, bucket)
                    .extracting(StoredObject::key)
                    .filteredOn(key -> !key.startsWith("source-"))
                    .containsExactlyElementsOf(acknowledged.present(bucket));
            assertThat(folder.resolve(bucket).resolve(".laguna-s3/tmp"))
                    .satisfiesAnyOf(tmp -> assertThat(Files.exists(tmp)).isFalse(), tmp -> assertThat(tmp)
                            .isEmptyDirectory());
        }
        for (String bucket : acknowledged.keys(KilledWriter.ALL_BUCKETS)) {
            Optional<String> found = store.buckets().find(bucket).map(any -> documents(store, bucket));
            assertThat(acknowledged.allowed(KilledWriter.ALL_BUCKETS, bucket))
                    .as("round %s: bucket %s", seed, bucket)
                    .contains(found);
            acknowledged.found(KilledWriter.ALL_BUCKETS, bucket, found);
        }
        assertThat(folder.toFile().list()).noneMatch(name -> name.startsWith("."));
        acknowledged.versions().forEach((version, tag) -> assertThat(
                        tag(store, "versioned", version.key(), Optional.of(version.id())))
                .as("round %s: version %s of %s", seed, version.id(), version.key())
                .contains(tag));
    }

    /** Returns the text that all documents of a bucket have. */
    private static String documents(Store store, String bucket) {
        List<Optional<String>> texts = KilledWriter.DOCUMENTS.stream()
                .map(document -> store.buckets().document(bucket, document))
                .distinct()
                .toList();
        assertThat(texts).as("documents of %s", bucket).hasSize(1).doesNotContain(Optional.empty());
        return texts.get(0).orElseThrow();
    }

    /** Returns the tag of an object that is whole; empty where there is none. */
    private static Optional<String> tag(Store store, String bucket, String key, Optional<String> version) {
        Optional<Version> found = store.objects().find(bucket, key, version);
        if (found.filter(StoredObject.class::isInstance).isEmpty()) {
            return Optional.empty();
        }
        try (OpenObject open = store.objects().open(bucket, key, version)) {
            String tag = open.object().metadata().userMetadata().getOrDefault("tag", "0-lost");
            byte[] content = KilledWriter.content(tag);
            assertThat(Lake.content(open)).as(key).isEqualTo(new String(content, StandardCharsets.UTF_8));
            if (open.object().parts().isEmpty()) {
                assertThat(open.object().eTag())
                        .as(key)
                        .isEqualTo(Digests.hex(Digests.md5().digest(content)));
            }
            return Optional.of(tag);
        }
    }
}
