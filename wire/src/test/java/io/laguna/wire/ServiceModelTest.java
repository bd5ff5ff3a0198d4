package io.laguna.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.redshift.RedshiftClient;

class ServiceModelTest {
    /** Compares the operations that are in both; {@link LimitsTest} has the others. */
    @ParameterizedTest
    @MethodSource("io.laguna.wire.Services#all")
    void namesMethodsAndPathsAreThoseOfTheModel(Class<? extends SdkClient> client) throws IOException {
        Map<String, String> modelled = new TreeMap<>();
        Models.of(client).bindings().forEach((name, binding) -> modelled.put(name, comparable(binding)));
        Map<String, String> described = new TreeMap<>();
        ServiceDescription.reflect(client)
                .operations()
                .values()
                .forEach(operation -> described.put(
                        operation.name(), comparable(operation.httpMethod() + " " + operation.uriTemplate())));

        described.keySet().retainAll(modelled.keySet());
        assertThat(described).isNotEmpty();
        modelled.keySet().retainAll(described.keySet());
        assertThat(described).isEqualTo(modelled);
    }

    /**
     * Returns method and path in a form that can be compared: the last slash is sent or not, and the SDK and the model
     * name labels differently.
     */
    private static String comparable(String binding) {
        String unlabelled = binding.replaceAll("\\{[^+}]*", "{");
        return unlabelled.endsWith("/") ? unlabelled.substring(0, unlabelled.length() - 1) : unlabelled;
    }

    @Test
    void successCodesComeFromTheModel() throws IOException {
        Map<String, Operation> operations = refined(LambdaClient.class).operations();

        assertThat(operations.get("CreateFunction").successCode()).isEqualTo(201);
        assertThat(operations.get("CreateEventSourceMapping").successCode()).isEqualTo(202);
        assertThat(operations.get("DeleteAlias").successCode()).isEqualTo(204);
        assertThat(operations.get("GetFunction").successCode()).isEqualTo(200);
    }

    @Test
    void theMessageIsSpelledAsTheServiceSpellsIt() throws IOException {
        assertThat(refined(GlueClient.class)
                        .errorsByType()
                        .get("EntityNotFoundException")
                        .messageMember())
                .isEqualTo("Message");
        assertThat(refined(LambdaClient.class)
                        .errorsByType()
                        .get("CodeStorageExceededException")
                        .messageMember())
                .isEqualTo("message");
    }

    @Test
    void theNamespaceOfXmlComesFromTheModel() throws IOException {
        assertThat(refined(RedshiftClient.class).service().xmlNamespace())
                .isEqualTo("http://redshift.amazonaws.com/doc/2012-12-01/");
    }

    @Test
    void whatTheModelAddedIsInTheIndex() throws IOException {
        ServiceDescription refined = refined(LambdaClient.class);

        assertThat(Indexes.text(Indexes.read(LambdaClient.class, Indexes.text(refined))))
                .isEqualTo(Indexes.text(refined))
                .contains("operation CreateFunction createFunction POST /2015-03-31/functions 201 -");
    }

    private static ServiceDescription refined(Class<? extends SdkClient> client) throws IOException {
        try (InputStream model = Models.open(client)) {
            return ServiceDescription.reflect(client).refinedBy(model);
        }
    }
}
