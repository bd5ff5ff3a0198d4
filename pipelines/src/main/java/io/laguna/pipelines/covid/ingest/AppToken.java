package io.laguna.pipelines.covid.ingest;

/** An application token of the portal, which lifts its throttling. The token never shows in a log or message. */
public record AppToken(String value) {

    public AppToken {
        if (value.isBlank() || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("An app token is visible ASCII characters without spaces.");
        }
    }

    @Override
    public String toString() {
        return "AppToken[***]";
    }
}
