package io.laguna.emulator.redshift.serverless;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.redshift.record.CredentialRecord;
import io.laguna.emulator.redshift.record.CredentialRecords;
import io.laguna.redshift.wire.login.Proof;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.redshiftserverless.model.GetCredentialsRequest;
import software.amazon.awssdk.services.redshiftserverless.model.GetCredentialsResponse;

/**
 * Temporary credentials of a workgroup, for the user that stands for the caller's own identity.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_GetCredentials.html">
 *     GetCredentials</a>
 */
final class ServerlessCredentials extends Room {
    private static final String ROOT = "IAM:root";
    private static final int SHORTEST = 900;
    private static final int LONGEST = 3600;
    private static final int PASSWORD_BYTES = 48;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Caller caller;
    private final ServerlessSetting setting;

    ServerlessCredentials(Caller caller, ServerlessSetting setting) {
        this.caller = caller;
        this.setting = setting;
    }

    @Override
    public GetCredentialsResponse getCredentials(GetCredentialsRequest request) {
        new Constraints()
                .text("dbName", request.dbName())
                .range("durationSeconds", request.durationSeconds(), SHORTEST, LONGEST)
                .check();
        if (request.customDomainName() != null) {
            throw Failures.notBuilt("customDomainName");
        }
        byte[] random = new byte[PASSWORD_BYTES];
        RANDOM.nextBytes(random);
        String password = Base64.getEncoder().encodeToString(random);
        Instant expires = setting.now()
                .plus(Duration.ofSeconds(
                        Optional.ofNullable(request.durationSeconds()).orElse(SHORTEST)));
        setting.state().write(handle -> {
            WorkgroupRecord workgroup = new WorkgroupRecords(handle).known(caller, request.workgroupName());
            CredentialRecord record = new CredentialRecord(
                    workgroup.namespace(),
                    ROOT,
                    Proof.Md5.of(ROOT, password).digest(),
                    ROOT,
                    Optional.ofNullable(request.dbName())
                            .filter(name -> !name.isEmpty())
                            .map(name -> name.toLowerCase(Locale.ROOT)),
                    true,
                    List.of(),
                    expires);
            new CredentialRecords(handle).insert(record, setting.now());
            return record;
        });
        return GetCredentialsResponse.builder()
                .dbUser(ROOT)
                .dbPassword(password)
                .expiration(expires)
                .nextRefreshTime(expires)
                .build();
    }
}
