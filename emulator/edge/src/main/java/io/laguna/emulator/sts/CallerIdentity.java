package io.laguna.emulator.sts;

import io.laguna.emulator.kit.AccessKeyIds;
import io.laguna.emulator.kit.Directory;
import io.laguna.emulator.kit.Identity;
import io.laguna.emulator.kit.Principal;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sts.model.GetAccessKeyInfoRequest;
import software.amazon.awssdk.services.sts.model.GetAccessKeyInfoResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** The room with the operations that tell who calls and whose a key is. */
public final class CallerIdentity extends Room {
    private static final Pattern KEY_ID = Pattern.compile("[\\w]*");

    private final Identity identity;
    private final Directory directory;

    public CallerIdentity(Identity identity, Directory directory) {
        this.identity = identity;
        this.directory = directory;
    }

    @Override
    public GetCallerIdentityResponse getCallerIdentity(GetCallerIdentityRequest request) {
        Principal principal = identity.principal();
        return GetCallerIdentityResponse.builder()
                .account(principal.accountId())
                .arn(principal.arn())
                .userId(principal.userId())
                .build();
    }

    @Override
    public GetAccessKeyInfoResponse getAccessKeyInfo(GetAccessKeyInfoRequest request) {
        Constraints constraints = new Constraints();
        constraints.present("accessKeyId", request.accessKeyId());
        constraints.length("accessKeyId", request.accessKeyId(), 16, 128);
        constraints.pattern("accessKeyId", request.accessKeyId(), KEY_ID);
        constraints.check();
        return GetAccessKeyInfoResponse.builder()
                .account(directory
                        .key(request.accessKeyId())
                        .map(key -> key.principal().accountId())
                        .or(() -> AccessKeyIds.account(request.accessKeyId()))
                        .orElse(identity.principal().accountId()))
                .build();
    }
}
