package io.laguna.emulator.edge;

import io.laguna.emulator.Caller;
import io.laguna.emulator.edge.Refusal.Reason;
import io.laguna.emulator.s3.PayloadCheck;
import io.laguna.emulator.sts.AccessKeyIds;
import io.laguna.emulator.sts.Identity;
import io.laguna.emulator.sts.Principal;
import io.laguna.emulator.sts.SessionSeal;
import io.laguna.emulator.sts.SessionSeal.Session;
import io.laguna.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Establishes who sends a request: the one place where signatures are verified, for S3 and every other service. */
final class SignatureCheck {
    private static final String STREAMING = "STREAMING-";
    private static final String SIGNED_CHUNKS = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
    private static final String OPEN_USER = "laguna";

    private final Optional<Map<String, AccessKey>> keys;
    private final SessionSeal seal;
    private final Clocks clocks;

    SignatureCheck(Authentication authentication, SessionSeal seal, Clocks clocks) {
        this.keys = authentication instanceof Authentication.Keys known
                ? Optional.of(
                        known.keys().stream().collect(Collectors.toMap(AccessKey::accessKeyId, Function.identity())))
                : Optional.empty();
        this.seal = seal;
        this.clocks = clocks;
    }

    /** What a request has proven: who sent it, and what its body must be. */
    record Verified(Identity identity, PayloadCheck payload) {}

    boolean isOpen() {
        return keys.isEmpty();
    }

    /** Who it is by their own word. */
    Identity claimed(Claim claim) {
        String region = claim.readableScope()
                .map(Scope::region)
                .filter(name -> !name.isBlank())
                .orElse(Caller.DEFAULT_REGION);
        Optional<Session> session =
                claim instanceof Claim.Signed signed ? signed.sessionToken().flatMap(seal::open) : Optional.empty();
        Principal principal = session.map(Session::principal).orElseGet(() -> claimedUser(claim));
        return new Identity(new Caller(principal.accountId(), region), principal);
    }

    /**
     * Verifies the signature when keys are asked for.
     *
     * @param body as it came, or empty for a service whose body streams
     * @throws Refusal for a request that is not let in
     */
    Verified verify(WireRequest request, QueryString query, Claim claim, Optional<byte[]> body) throws Refusal {
        if (isOpen()) {
            return new Verified(claimed(claim), new PayloadCheck.None());
        }
        Claim.Signed signed = signed(claim);
        Instant time = time(signed);
        Credentials credentials = credentials(signed);
        checkHeaders(request, signed);
        String payloadHash = payloadHash(request, signed, body);
        byte[] key = SignatureV4.signingKey(credentials.secret(), signed.scope());
        String canonical = SignatureV4.canonicalRequest(request, query, signed, payloadHash);
        String expected = SignatureV4.sign(key, SignatureV4.stringToSign(signed, Clocks.format(time), canonical));
        if (!equal(expected, signed.signature())) {
            throw new Refusal(
                    Reason.WRONG_SIGNATURE,
                    "The request signature we calculated does not match the signature you provided. Check your AWS"
                            + " Secret Access Key and signing method. Consult the service documentation for details.");
        }
        checkBody(payloadHash, body);
        Caller caller =
                new Caller(credentials.principal().accountId(), signed.scope().region());
        return new Verified(
                new Identity(caller, credentials.principal()), payload(payloadHash, signed, key, Clocks.format(time)));
    }

    private record Credentials(String secret, Principal principal) {
        @Override
        public String toString() {
            return "Credentials[" + principal.arn() + "]";
        }
    }

    private static Principal claimedUser(Claim claim) {
        Optional<String> accessKey = claim instanceof Claim.Outdated outdated
                ? Optional.of(outdated.accessKey())
                : claim.readableScope().map(Scope::accessKey);
        String account = accessKey.flatMap(AccessKeyIds::account).orElse(Caller.DEFAULT_ACCOUNT);
        return accessKey.isPresent() ? Principal.user(account, OPEN_USER) : Principal.anonymous(account);
    }

    private static Claim.Signed signed(Claim claim) throws Refusal {
        if (claim instanceof Claim.Signed signed) {
            return signed;
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

    private Instant time(Claim.Signed signed) throws Refusal {
        Instant time = Clocks.parse(signed.timestamp())
                .orElseThrow(() -> new Refusal(
                        Reason.INCOMPLETE_SIGNATURE,
                        "Date must be in ISO-8601 'basic format'. Got '" + signed.timestamp()
                                + "'. See http://en.wikipedia.org/wiki/ISO_8601"));
        if (!Clocks.format(time).startsWith(signed.scope().date())) {
            throw new Refusal(
                    Reason.WRONG_SCOPE,
                    "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '"
                            + signed.scope().date() + "' != '"
                            + Clocks.format(time).substring(0, 8) + "'.");
        }
        if (signed.isPresigned()) {
            Instant end = time.plus(signed.validity().orElseThrow());
            if (clocks.now().isAfter(end)) {
                throw new Refusal(Reason.EXPIRED_URL, "Request has expired");
            }
            if (time.isAfter(clocks.now().plus(Clocks.TOLERANCE))) {
                throw new Refusal(Reason.EXPIRED_URL, "Request is not yet valid");
            }
        } else if (clocks.isSkewed(time)) {
            throw skewed(time);
        }
        return time;
    }

    private Refusal skewed(Instant time) {
        Instant now = clocks.now();
        boolean late = time.isBefore(now);
        Instant edge = late ? now.minus(Clocks.TOLERANCE) : now.plus(Clocks.TOLERANCE);
        return new Refusal(
                Reason.SKEWED_CLOCK,
                (late ? "Signature expired: " : "Signature not yet current: ") + Clocks.format(time) + " is "
                        + (late ? "now earlier" : "still later") + " than " + Clocks.format(edge) + " ("
                        + Clocks.format(now) + (late ? " - " : " + ")
                        + Clocks.TOLERANCE.toMinutes() + " min.)");
    }

    private Credentials credentials(Claim.Signed signed) throws Refusal {
        String accessKey = signed.scope().accessKey();
        if (signed.sessionToken().isPresent()) {
            Session session = seal.open(signed.sessionToken().get())
                    .filter(opened -> opened.accessKeyId().equals(accessKey))
                    .orElseThrow(() -> new Refusal(
                            Reason.INVALID_TOKEN, "The security token included in the request is invalid."));
            if (!session.expiration().isAfter(clocks.now())) {
                throw new Refusal(Reason.EXPIRED_TOKEN, "The security token included in the request is expired");
            }
            return new Credentials(session.secretAccessKey(), session.principal());
        }
        AccessKey known = Optional.ofNullable(keys.orElseThrow().get(accessKey))
                .orElseThrow(() ->
                        new Refusal(Reason.UNKNOWN_KEY, "The security token included in the request is invalid."));
        return new Credentials(known.secretAccessKey(), Principal.user(known.accountId(), known.userName()));
    }

    /** A header of AWS's own that the signature does not cover could have been added on the way. */
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

    private static String payloadHash(WireRequest request, Claim.Signed signed, Optional<byte[]> body) throws Refusal {
        Optional<String> header = ClaimReader.header(request, "x-amz-content-sha256");
        if (body.isPresent()) {
            return header.orElseGet(() -> SignatureV4.hash(body.get()));
        }
        if (signed.isPresigned() && !signed.signedHeaders().contains("x-amz-content-sha256")) {
            return UNSIGNED;
        }
        return header.orElseThrow(() -> new Refusal(
                Reason.INCOMPLETE_SIGNATURE, "Missing required header for this request: x-amz-content-sha256"));
    }

    /** A body that streams is checked while it is read. */
    private static void checkBody(String payloadHash, Optional<byte[]> body) throws Refusal {
        if (body.isEmpty() || payloadHash.equals(UNSIGNED) || payloadHash.startsWith(STREAMING)) {
            return;
        }
        if (!equal(SignatureV4.hash(body.get()), payloadHash)) {
            throw new Refusal(
                    Reason.CHANGED_BODY,
                    "The provided 'x-amz-content-sha256' header does not match what was computed.");
        }
    }

    private static PayloadCheck payload(String payloadHash, Claim.Signed signed, byte[] key, String timestamp) {
        if (payloadHash.startsWith(SIGNED_CHUNKS)) {
            return new PayloadCheck.SignedChunks(
                    signed.signature(),
                    new PayloadCheck.SigningKey(key),
                    timestamp,
                    signed.scope().text());
        }
        if (payloadHash.equals(UNSIGNED) || payloadHash.startsWith(STREAMING)) {
            return new PayloadCheck.None();
        }
        return new PayloadCheck.Sha256(payloadHash);
    }

    private static boolean equal(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
