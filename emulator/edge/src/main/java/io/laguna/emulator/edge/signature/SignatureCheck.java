package io.laguna.emulator.edge.signature;

import io.laguna.emulator.edge.payload.PayloadCheck;
import io.laguna.emulator.edge.request.Arrival;
import io.laguna.emulator.edge.request.Claim;
import io.laguna.emulator.edge.request.Clocks;
import io.laguna.emulator.edge.request.Scope;
import io.laguna.emulator.edge.signature.KnownKeys.Credentials;
import io.laguna.emulator.edge.signature.Refusal.Reason;
import io.laguna.emulator.kit.AccessKeyIds;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Directory;
import io.laguna.emulator.kit.Identity;
import io.laguna.emulator.kit.KnownKey;
import io.laguna.emulator.kit.Principal;
import io.laguna.emulator.sts.SessionSeal;
import io.laguna.emulator.sts.SessionSeal.Session;
import io.laguna.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The check of who sends a request. It is the one place where signatures are verified, for S3 and every other service.
 */
public final class SignatureCheck {
    private static final String OPEN_USER = "laguna";

    private final Optional<KnownKeys> keys;
    private final Directory directory;
    private final SessionSeal seal;
    private final SignedTime times;

    public SignatureCheck(Authentication authentication, Directory directory, SessionSeal seal, Clocks clocks) {
        this.directory = directory;
        this.keys = authentication instanceof Authentication.Keys known
                ? Optional.of(new KnownKeys(known, directory, seal, clocks))
                : Optional.empty();
        this.seal = seal;
        this.times = new SignedTime(clocks);
    }

    /** A request's proven facts: who sent it, and what its body must be. */
    public record Verified(Identity identity, PayloadCheck payload) {}

    public boolean isOpen() {
        return keys.isEmpty();
    }

    /** Returns the identity that a request claims. */
    public Identity claimed(Claim claim) {
        Principal principal =
                claim.sessionToken().flatMap(seal::open).map(Session::principal).orElseGet(() -> claimedUser(claim));
        return identity(claim, principal);
    }

    /**
     * Verifies the signature when keys are asked for.
     *
     * @param body as it came, or empty for a service whose body streams
     * @throws Refusal for a request that is not let in
     */
    public Verified verify(Arrival arrival, Optional<byte[]> body) throws Refusal {
        Claim claim = arrival.claim();
        if (keys.isEmpty()) {
            return used(claim, new Verified(claimed(claim), new PayloadCheck.None()));
        }
        if (claim instanceof Claim.Signed signed) {
            return used(claim, verify(arrival, signed, keys.get(), body));
        }
        if (claim instanceof Claim.PresignedV2 presigned) {
            return used(claim, verify(arrival, presigned, keys.get()));
        }
        if (claim instanceof Claim.Incomplete incomplete) {
            throw new Refusal(
                    incomplete.inUrl() ? Reason.INCOMPLETE_QUERY : Reason.INCOMPLETE_SIGNATURE, incomplete.why());
        }
        if (claim instanceof Claim.Outdated) {
            throw new Refusal(
                    Reason.OUTDATED_SIGNATURE,
                    "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.");
        }
        throw new Refusal(Reason.MISSING_TOKEN, "Request is missing Authentication Token");
    }

    /** Notes whose key has been used, and for which service: only S3's older signature names none. */
    private Verified used(Claim claim, Verified verified) {
        String service = claim.readableScope().map(Scope::service).orElse("s3");
        claim.accessKey().ifPresent(key -> directory.used(key, verified.identity(), service));
        return verified;
    }

    private Verified verify(Arrival arrival, Claim.Signed signed, KnownKeys known, Optional<byte[]> body)
            throws Refusal {
        WireRequest request = arrival.head();
        String time = Clocks.format(times.of(signed));
        Credentials credentials = known.find(signed);
        checkHeaders(request, signed);
        SignedPayload payload = SignedPayload.of(request, signed, body);
        byte[] key = SignatureV4.signingKey(credentials.secret(), signed.scope());
        String canonical = SignatureV4.canonicalRequest(request, arrival.query(), signed, payload.hash());
        checkEqual(SignatureV4.sign(key, SignatureV4.stringToSign(signed, time, canonical)), signed.signature());
        payload.check(body);
        return new Verified(identity(signed, credentials.principal()), payload.whileRead(signed, key, time));
    }

    /**
     * Verifies a URL of Signature Version 2, which covers the path with the bucket in front, also where the host names
     * the bucket.
     */
    private Verified verify(Arrival arrival, Claim.PresignedV2 presigned, KnownKeys known) throws Refusal {
        WireRequest request = arrival.head();
        times.checkEnd(presigned.expires());
        Credentials credentials = known.find(presigned);
        String path = arrival.host().bucket().map(bucket -> "/" + bucket).orElse("") + request.rawPath();
        String text = SignatureV2.stringToSign(request, arrival.query(), presigned.expires(), path);
        checkEqual(SignatureV2.sign(credentials.secret(), text), presigned.signature());
        return new Verified(identity(presigned, credentials.principal()), new PayloadCheck.None());
    }

    /**
     * Verifies the signature of a form's policy when keys are asked for.
     *
     * @param fields names in lower case
     */
    public Verified verifyForm(Map<String, String> fields) throws Refusal {
        Optional<Claim> claim = FormClaim.of(fields);
        if (keys.isEmpty()) {
            return new Verified(claimed(claim.orElseGet(Claim.Anonymous::new)), new PayloadCheck.None());
        }
        if (claim.isEmpty()) {
            throw new Refusal(Reason.MISSING_TOKEN, "Request is missing Authentication Token");
        }
        Credentials credentials = keys.get().find(claim.get());
        String policy = fields.getOrDefault("policy", "");
        if (claim.get() instanceof Claim.Signed signed) {
            byte[] key = SignatureV4.signingKey(credentials.secret(), signed.scope());
            checkEqual(SignatureV4.sign(key, policy), signed.signature());
        } else if (claim.get() instanceof Claim.PresignedV2 signed) {
            checkEqual(SignatureV2.sign(credentials.secret(), policy), signed.signature());
        }
        return new Verified(identity(claim.get(), credentials.principal()), new PayloadCheck.None());
    }

    private Principal claimedUser(Claim claim) {
        String account = claim.accessKey().flatMap(AccessKeyIds::account).orElse(Caller.DEFAULT_ACCOUNT);
        return claim.accessKey()
                .map(key ->
                        directory.key(key).map(KnownKey::principal).orElseGet(() -> Principal.user(account, OPEN_USER)))
                .orElseGet(() -> Principal.anonymous(account));
    }

    private static Identity identity(Claim claim, Principal principal) {
        String region = claim.readableScope()
                .map(Scope::region)
                .filter(name -> !name.isBlank())
                .orElse(Caller.DEFAULT_REGION);
        return new Identity(new Caller(principal.accountId(), region), principal);
    }

    /**
     * Refuses a request with a header of AWS's own that the signature does not cover: it could have been added on the
     * way.
     */
    private static void checkHeaders(WireRequest request, Claim.Signed signed) throws Refusal {
        List<String> unsigned = request.headers().keySet().stream()
                .filter(name -> name.equals("host") || name.startsWith("x-amz-"))
                .filter(name -> !signed.signedHeaders().contains(name))
                // SDKs presign without it, and repeat in it what the URL says.
                .filter(name -> !(signed.isPresigned() && name.equals("x-amz-content-sha256")))
                .sorted()
                .toList();
        boolean refused = signed.scope().service().equals("s3") ? !unsigned.isEmpty() : unsigned.contains("host");
        if (refused) {
            throw new Refusal(
                    Reason.UNSIGNED_HEADERS,
                    "There were headers present in the request which were not signed: " + String.join(", ", unsigned));
        }
    }

    private static void checkEqual(String expected, String given) throws Refusal {
        if (!MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8))) {
            throw new Refusal(
                    Reason.WRONG_SIGNATURE,
                    "The request signature we calculated does not match the signature you provided. Check your AWS"
                            + " Secret Access Key and signing method. Consult the service documentation for details.");
        }
    }
}
