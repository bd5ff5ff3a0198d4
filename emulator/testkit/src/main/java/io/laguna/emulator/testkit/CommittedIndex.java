package io.laguna.emulator.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.wire.ServiceDescription;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awssdk.core.SdkClient;

/**
 * The index of a service's operations that its module has committed.
 *
 * @param model the name of AWS's model of the service: {@code glue-2017-03-31}
 * @param index the name of the index: {@code glue}
 */
public record CommittedIndex(Class<? extends SdkClient> client, String model, String index) {
    /** Fails when the index is stale. It is written anew then, to be looked at and committed. */
    public void check() {
        Path file = Path.of("src/main/resources/io/laguna/emulator", index + ".operations");
        try {
            StringBuilder regenerated = new StringBuilder();
            description().write(regenerated);
            String committed = Files.exists(file) ? Files.readString(file) : "";
            if (!committed.contentEquals(regenerated)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, regenerated);
            }
            assertThat(committed)
                    .as(file + " was stale and has been written anew")
                    .isEqualTo(regenerated.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the description of the service from the SDK and from AWS's model. */
    public ServiceDescription description() {
        try (InputStream stream = CommittedIndex.class.getResourceAsStream("/models/" + model + "-model.json")) {
            return ServiceDescription.reflect(client).refinedBy(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
