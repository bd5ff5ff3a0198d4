package io.laguna.emulator.sts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * The content of an OpenID Connect token. Laguna does not know who signed it.
 *
 * @param expiration the end, as a token must have one
 */
record WebIdentityToken(String issuer, String subject, String audience, Instant expiration) {
    private static final int PARTS = 3;

    static Optional<WebIdentityToken> parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            ObjectMapper json = new ObjectMapper();
            JsonNode header = json.readTree(Base64.getUrlDecoder().decode(parts[0]));
            JsonNode claims = json.readTree(Base64.getUrlDecoder().decode(parts[1]));
            JsonNode audience =
                    claims.path("aud").isArray() ? claims.path("aud").path(0) : claims.path("aud");
            boolean whole = header.hasNonNull("alg")
                    && claims.hasNonNull("iss")
                    && claims.hasNonNull("sub")
                    && claims.path("exp").canConvertToLong()
                    && audience.isTextual();
            return whole
                    ? Optional.of(new WebIdentityToken(
                            claims.get("iss").asText(),
                            claims.get("sub").asText(),
                            audience.asText(),
                            Instant.ofEpochSecond(claims.get("exp").asLong())))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
