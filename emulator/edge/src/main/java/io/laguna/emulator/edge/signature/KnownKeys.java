package io.laguna.emulator.edge.signature;

import io.laguna.emulator.edge.request.Claim;
import io.laguna.emulator.edge.request.Clocks;
import io.laguna.emulator.edge.signature.Refusal.Reason;
import io.laguna.emulator.kit.Directory;
import io.laguna.emulator.kit.Principal;
import io.laguna.emulator.sts.SessionSeal;
import io.laguna.emulator.sts.SessionSeal.Session;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The secrets of the callers: those of configured keys, those of keys that IAM has made, and those of temporary
 * credentials that were given for them.
 */
final class KnownKeys {
    private static final String INVALID = "The security token included in the request is invalid.";

    private final Map<String, AccessKey> keys;
    private final Directory directory;
    private final SessionSeal seal;
    private final Clocks clocks;

    KnownKeys(Authentication.Keys keys, Directory directory, SessionSeal seal, Clocks clocks) {
        this.directory = directory;
        this.keys = keys.keys().stream().collect(Collectors.toMap(AccessKey::accessKeyId, Function.identity()));
        this.seal = seal;
        this.clocks = clocks;
    }

    /** A secret and its owner. */
    record Credentials(String secret, Principal principal) {
        @Override
        public String toString() {
            return "Credentials[" + principal.arn() + "]";
        }
    }

    Credentials find(Claim claim) throws Refusal {
        String accessKey = claim.accessKey().orElseThrow(() -> new Refusal(Reason.UNKNOWN_KEY, INVALID));
        if (claim.sessionToken().isPresent()) {
            return ofSession(accessKey, claim.sessionToken().get());
        }
        return Optional.ofNullable(keys.get(accessKey))
                .map(known ->
                        new Credentials(known.secretAccessKey(), Principal.user(known.accountId(), known.userName())))
                .or(() -> directory.key(accessKey).map(key -> new Credentials(key.secretAccessKey(), key.principal())))
                .orElseThrow(() -> new Refusal(Reason.UNKNOWN_KEY, INVALID));
    }

    private Credentials ofSession(String accessKey, String token) throws Refusal {
        Session session = seal.open(token)
                .filter(opened -> opened.accessKeyId().equals(accessKey))
                .orElseThrow(() -> new Refusal(Reason.INVALID_TOKEN, INVALID));
        if (!session.expiration().isAfter(clocks.now())) {
            throw new Refusal(Reason.EXPIRED_TOKEN, "The security token included in the request is expired");
        }
        return new Credentials(session.secretAccessKey(), session.principal());
    }
}
