package io.laguna.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerraformOverrideTest {
    @Test
    void noArgumentIsThereTwiceWhichTerraformRefuses() {
        String file = TerraformOverride.of(Map.of(
                "AWS_ENDPOINT_URL",
                "http://127.0.0.1:4566",
                "AWS_REGION",
                "us-east-1",
                "AWS_ACCESS_KEY_ID",
                "key",
                "AWS_SECRET_ACCESS_KEY",
                "secret"));

        List<String> arguments = file.lines()
                .filter(line -> line.contains(" = "))
                .map(line -> line.replaceFirst(" *=.*", "").strip())
                .toList();
        assertThat(arguments).contains("s3", "apigatewayv2", "region").doesNotHaveDuplicates();
    }
}
