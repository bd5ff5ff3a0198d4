package io.laguna.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkClient;

/** Tests that docs/wire-limits.md names everything that is left out, and nothing else. */
class LimitsTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+:[^`]+)` \\| (\\w+) \\|");

    @Test
    void whatIsLeftOutIsInTheDocumentation() throws IOException {
        Map<String, String> leftOut = new TreeMap<>();
        for (Class<? extends SdkClient> client : Services.ALL) {
            ServiceDescription service = Indexes.of(client);
            for (String name : Models.of(client).bindings().keySet()) {
                if (!service.operations().containsKey(name)) {
                    leftOut.put(service.signingName() + ":" + name, "absent");
                }
            }
            for (Operation operation : service.operations().values()) {
                if (!operation.streaming().isSupported()) {
                    leftOut.put(
                            service.signingName() + ":" + operation.name(),
                            operation.streaming().word());
                }
            }
        }

        Map<String, String> documented = new TreeMap<>();
        Matcher rows = ROW.matcher(Files.readString(Path.of("..", "docs", "wire-limits.md")));
        while (rows.find()) {
            documented.put(rows.group(1), rows.group(2));
        }
        assertThat(documented).isEqualTo(leftOut);
    }
}
