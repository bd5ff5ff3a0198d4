package io.laguna.emulator.iam.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.emulator.iam.policy.ManagedPolicy.Text;
import io.laguna.emulator.kit.EngineUnavailableException;
import io.laguna.emulator.kit.Principal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The policies of AWS's own. Their names are part of Laguna. Their documents come from a package of the Python index when
 * Laguna is built ({@code engines/policies}); where no index was reached, they are not there, and who asks for one is told.
 */
public final class ManagedPolicies {
    private static final String NAMES = "managed-policies.txt";
    private static final String FIRST = "v1";

    private final Path documents;
    private Optional<Map<String, ManagedPolicy>> read = Optional.empty();

    /**
     * Names policies, which are read when the first of them is asked for.
     *
     * @param documents the file with their documents, which may be missing
     */
    public ManagedPolicies(Path documents) {
        this.documents = documents;
    }

    /** Returns all policies, in the order of their ARNs. */
    Collection<ManagedPolicy> all() {
        return byArn().values();
    }

    public Optional<ManagedPolicy> find(String arn) {
        return Optional.ofNullable(byArn().get(arn));
    }

    /**
     * Returns what a policy says.
     *
     * @throws EngineUnavailableException where Laguna was built without the documents
     */
    Text text(ManagedPolicy policy) {
        return policy.text()
                .orElseThrow(() -> new EngineUnavailableException(
                        "Laguna knows the name of " + policy.arn()
                                + ", and was built without the document. Where pip reaches a package index"
                                + " (PIP_INDEX_URL), engines/policies/install brings it.",
                        new NoSuchFileException(documents.toString())));
    }

    private synchronized Map<String, ManagedPolicy> byArn() {
        if (read.isEmpty()) {
            read = Optional.of(Collections.unmodifiableMap(readAll()));
        }
        return read.get();
    }

    private Map<String, ManagedPolicy> readAll() {
        Map<String, ManagedPolicy> policies = new TreeMap<>();
        try (InputStream names = ManagedPolicies.class.getResourceAsStream(NAMES)) {
            new String(names.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(ManagedPolicies::named)
                    .forEach(policy -> policies.put(policy.arn(), policy));
            if (Files.exists(documents)) {
                new ObjectMapper()
                        .readTree(documents.toFile()).properties().stream()
                                .map(policy -> told(policy.getKey(), policy.getValue()))
                                .forEach(policy -> policies.put(policy.arn(), policy));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The policies of AWS cannot be read", e);
        }
        return policies;
    }

    /** Reads a line: {@code /service-role/AWSGlueServiceRole}. */
    private static ManagedPolicy named(String line) {
        int end = line.lastIndexOf('/') + 1;
        return new ManagedPolicy(
                line.substring(0, end), line.substring(end), Principal.uniqueId("ANPA", line), FIRST, Optional.empty());
    }

    private static ManagedPolicy told(String name, JsonNode policy) {
        String path = policy.path("Path").asText("/");
        return new ManagedPolicy(
                path,
                name,
                policy.path("PolicyId").asText(Principal.uniqueId("ANPA", path + name)),
                policy.path("DefaultVersionId").asText(FIRST),
                Optional.of(new Text(
                        policy.path("Document").toString(),
                        OffsetDateTime.parse(policy.path("CreateDate").asText()).toInstant(),
                        OffsetDateTime.parse(policy.path("UpdateDate").asText()).toInstant())));
    }
}
