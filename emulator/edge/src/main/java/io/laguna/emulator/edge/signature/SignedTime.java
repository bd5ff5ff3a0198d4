package io.laguna.emulator.edge.signature;

import io.laguna.emulator.edge.request.Claim;
import io.laguna.emulator.edge.request.Clocks;
import io.laguna.emulator.edge.signature.Refusal.Reason;
import java.time.Duration;
import java.time.Instant;

/** The check whether the time at which a request was signed is near enough to now. */
final class SignedTime {
    private final Clocks clocks;

    SignedTime(Clocks clocks) {
        this.clocks = clocks;
    }

    Instant of(Claim.Signed signed) throws Refusal {
        Instant time = Clocks.parse(signed.timestamp())
                .orElseThrow(() -> new Refusal(
                        Reason.INCOMPLETE_SIGNATURE,
                        "Date must be in ISO-8601 'basic format'. Got '" + signed.timestamp()
                                + "'. See http://en.wikipedia.org/wiki/ISO_8601"));
        String day = Clocks.format(time).substring(0, 8);
        if (!day.equals(signed.scope().date())) {
            throw new Refusal(
                    Reason.WRONG_SCOPE,
                    "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '"
                            + signed.scope().date() + "' != '" + day + "'.");
        }
        if (signed.validity().isPresent()) {
            checkUrl(time, signed.validity().get());
        } else if (clocks.isSkewed(time)) {
            throw skewed(time);
        }
        return time;
    }

    /** Checks a URL of Signature Version 2, which says when it ends and not when it was made. */
    void checkEnd(String secondsSince1970) throws Refusal {
        try {
            if (!Instant.ofEpochSecond(Long.parseLong(secondsSince1970)).isAfter(clocks.now())) {
                throw new Refusal(Reason.EXPIRED_URL, "Request has expired");
            }
        } catch (NumberFormatException e) {
            throw new Refusal(Reason.EXPIRED_URL, "Invalid date (should be seconds since epoch): " + secondsSince1970);
        }
    }

    private void checkUrl(Instant time, Duration validity) throws Refusal {
        if (clocks.now().isAfter(time.plus(validity))) {
            throw new Refusal(Reason.EXPIRED_URL, "Request has expired");
        }
        if (time.isAfter(clocks.now().plus(Clocks.TOLERANCE))) {
            throw new Refusal(Reason.EXPIRED_URL, "Request is not yet valid");
        }
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
}
