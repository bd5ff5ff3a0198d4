package io.laguna.redshift.load.moment;

/** A way of writing moments. */
public interface Layout {
    /** Reads a text without blanks at its ends. */
    void read(String text, Moment into) throws Unreadable;

    /** Returns how a message names the layout. */
    String name();

    /**
     * Returns the layout that DATEFORMAT or TIMEFORMAT asks for.
     *
     * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_DATEFORMAT_and_TIMEFORMAT_strings.html">DATEFORMAT
     *     and TIMEFORMAT strings</a>
     */
    static Layout of(String format) throws Unreadable {
        return switch (format) {
            case "auto" -> new Recognition();
            case "epochsecs" -> new Epoch("epochsecs", 1_000_000);
            case "epochmillisecs" -> new Epoch("epochmillisecs", 1_000);
            default -> Pattern.of(format);
        };
    }
}
