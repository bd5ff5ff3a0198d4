package io.laguna.emulator.s3.store;

import static io.laguna.emulator.s3.store.Lake.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.s3.store.layout.Attributes;
import io.laguna.emulator.s3.store.layout.NoAttributes;
import io.laguna.emulator.s3.store.object.ObjectMetadata;
import io.laguna.emulator.s3.store.object.Retention;
import io.laguna.emulator.s3.store.object.StoredObject;
import io.laguna.emulator.s3.store.object.Versioning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that what somebody said of an object is kept, whatever the file system can hold. */
class MetadataTest {
    private static final ObjectMetadata ALL = new ObjectMetadata(
            ordered("content-type", "text/csv; charset=utf-8", "cache-control", "no\ncache\\"),
            ordered("with space", " two  ", "ünï", "\ud83d\ude00"),
            ordered("z", "", "a", "b c", "user.x", "tag"),
            "GLACIER_IR",
            ordered("algorithm", "aws:kms", "key", "arn:aws:kms:x"),
            Optional.of("<xml>\n</xml>"),
            Optional.of(new Retention("GOVERNANCE", Instant.parse("2030-01-02T03:04:05.678Z"))),
            Optional.of(true));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void metadataIsKeptThroughARestart(boolean attributes) {
        Lake lake = lake(attributes);
        ObjectMetadata large = ALL.withUserMetadata(Map.of("large", "x".repeat(10_000)));
        StoredObject small = lake.put("small", "four", ALL);
        lake.put("large", "four", large);

        lake.restart();

        assertThat(lake.get("small")).isEqualTo(small);
        assertThat(lake.get("small").metadata().tags().keySet()).containsExactly("z", "a", "user.x");
        assertThat(lake.get("large").metadata()).isEqualTo(large);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsKeptBesideAnObjectGoesWithIt(boolean attributes) throws IOException {
        Lake lake = lake(attributes);
        ObjectMetadata large = Lake.user("large", "x".repeat(10_000));
        lake.put("a", "four", large);
        lake.put("a", "fives", large);
        lake.put("a", "sixsix", Lake.user("small", "y"));
        assertThat(besides(lake)).isEqualTo(attributes ? 0 : 1);
        lake.put("b", "four", large);
        assertThat(besides(lake)).isEqualTo(attributes ? 1 : 2);

        Files.delete(lake.file("b"));
        lake.restart();

        assertThat(besides(lake)).isEqualTo(attributes ? 0 : 1);
        lake.delete("a");
        assertThat(besides(lake)).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anUpdateLeavesETagAndTime(boolean attributes) {
        Lake lake = lake(attributes);
        for (String key : new String[] {"a", "folder/"}) {
            StoredObject before = lake.put(key, "", ALL);
            StoredObject after = lake.store()
                    .objects()
                    .update(
                            BUCKET,
                            key,
                            Optional.empty(),
                            metadata -> metadata.withTags(Map.of("t", "x".repeat(9000))));
            assertThat(after.metadata()).isEqualTo(ALL.withTags(Map.of("t", "x".repeat(9000))));
            assertThat(after.eTag()).isEqualTo(before.eTag());
            assertThat(after.lastModified()).isEqualTo(before.lastModified());
            assertThat(lake.get(key)).isEqualTo(after);
            lake.store().objects().update(BUCKET, key, Optional.empty(), metadata -> ALL);
            assertThat(lake.get(key)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyVersionHasItsOwn(boolean attributes) {
        Lake lake = lake(attributes);
        StoredObject plain = lake.put("a", "four", Lake.user("v", "0"));
        lake.store().buckets().version(BUCKET, Versioning.ENABLED);
        StoredObject first = lake.put("a", "four", Lake.user("v", "1"));
        StoredObject second = lake.put("a", "four", Lake.user("v", "2"));

        StoredObject updated = lake.store()
                .objects()
                .update(
                        BUCKET,
                        "a",
                        Optional.of(first.versionId()),
                        metadata -> metadata.withLegalHold(Optional.of(true)));

        assertThat(version(lake, "null")).isEqualTo(plain);
        assertThat(version(lake, first.versionId())).isEqualTo(updated);
        assertThat(version(lake, second.versionId())).isEqualTo(second);
        lake.delete("a", second.versionId());
        assertThat(lake.get("a")).isEqualTo(updated);
    }

    private Lake lake(boolean attributes) {
        Lake lake = new Lake(folder, attributes ? Attributes.EXTENDED : new NoAttributes());
        lake.store().buckets().create(BUCKET, Optional.empty(), false, Map.of());
        return lake;
    }

    private static StoredObject version(Lake lake, String id) {
        return lake.store().objects().get(BUCKET, "a", Optional.of(id));
    }

    private static int besides(Lake lake) {
        Path metadata = lake.file(".laguna-s3/metadata");
        return Files.exists(metadata) ? metadata.toFile().list().length : 0;
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            map.put(pairs[at], pairs[at + 1]);
        }
        return map;
    }
}
