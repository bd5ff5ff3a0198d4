package io.laguna.emulator.secretsmanager;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretVersionIdsRequest;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretVersionIdsResponse;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretsRequest;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretsResponse;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;
import software.amazon.awssdk.services.secretsmanager.model.SecretVersionsListEntry;
import software.amazon.awssdk.services.secretsmanager.model.SortOrderType;

/**
 * The operations that tell about secrets and their versions, and no secret itself.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecrets.html">ListSecrets</a>
 */
final class SecretReads extends Room {
    private static final int LARGEST = 100;
    private static final String LAKES_KEY = "DefaultEncryptionKey";

    private final Caller caller;
    private final State state;

    SecretReads(Caller caller, State state) {
        this.caller = caller;
        this.state = state;
    }

    @Override
    public DescribeSecretResponse describeSecret(DescribeSecretRequest request) {
        SecretId id = SecretId.of(caller, request.secretId());
        return state.read(handle -> SecretShapes.of(handle, id.require(handle)).described());
    }

    @Override
    public ListSecretsResponse listSecrets(ListSecretsRequest request) {
        new Constraints()
                .range("maxResults", request.maxResults(), 1, LARGEST)
                .nextToken(request.nextToken())
                .oneOf("sortOrder", request.sortOrderAsString(), SortOrderType.knownValues())
                .check();
        SecretFilters filters = SecretFilters.of(request.filters());
        boolean marked = Boolean.TRUE.equals(request.includePlannedDeletion());
        List<SecretListEntry> secrets = state.read(handle -> new SecretRecords(handle)
                .all(caller).stream()
                        .filter(secret -> marked || secret.deletedAt().isEmpty())
                        .map(secret -> SecretShapes.of(handle, secret).listed())
                        .filter(filters::take)
                        .toList());
        Comparator<SecretListEntry> order = Comparator.comparing(SecretListEntry::createdDate);
        Page<SecretListEntry> page = Page.ofOrdered(
                secrets.stream()
                        .sorted(request.sortOrder() == SortOrderType.DESC ? order.reversed() : order)
                        .toList(),
                SecretListEntry::arn,
                request.nextToken(),
                Page.size(request.maxResults(), LARGEST),
                Failures::badToken);
        return ListSecretsResponse.builder()
                .secretList(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public ListSecretVersionIdsResponse listSecretVersionIds(ListSecretVersionIdsRequest request) {
        new Constraints()
                .range("maxResults", request.maxResults(), 1, LARGEST)
                .nextToken(request.nextToken())
                .check();
        SecretId id = SecretId.of(caller, request.secretId());
        boolean all = Boolean.TRUE.equals(request.includeDeprecated());
        return state.read(handle -> {
            SecretRecord secret = id.require(handle);
            Page<SecretVersionsListEntry> page = Page.ofOrdered(
                    versions(handle, secret, all),
                    SecretVersionsListEntry::versionId,
                    request.nextToken(),
                    Page.size(request.maxResults(), LARGEST),
                    Failures::badToken);
            return ListSecretVersionIdsResponse.builder()
                    .arn(secret.arn())
                    .name(secret.name())
                    .versions(page.entries())
                    .nextToken(page.nextToken().orElse(null))
                    .build();
        });
    }

    private static List<SecretVersionsListEntry> versions(Handle handle, SecretRecord secret, boolean all) {
        VersionRecords versions = new VersionRecords(handle);
        Stages stages = versions.stages(secret.id());
        return versions.of(secret.id()).stream()
                .filter(version -> all || !stages.of(version.id()).isEmpty())
                .map(version -> entry(secret, version, stages.of(version.id())))
                .toList();
    }

    private static SecretVersionsListEntry entry(SecretRecord secret, VersionRecord version, List<String> stages) {
        SecretVersionsListEntry.Builder entry = SecretVersionsListEntry.builder()
                .versionId(version.id())
                .createdDate(version.createdAt())
                .lastAccessedDate(
                        version.accessedOn().map(SecretShapes::midnight).orElse(null))
                .kmsKeyIds(secret.kmsKey().orElse(LAKES_KEY));
        return stages.isEmpty() ? entry.build() : entry.versionStages(stages).build();
    }
}
