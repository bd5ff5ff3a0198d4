package io.laguna.redshift.sql.statement;

/** An option of COPY or UNLOAD with what may follow it. */
public enum LoadOption {
    ACCEPTANYDATE(Argument.NONE),
    ACCEPTINVCHARS(Argument.MAYBE_STRING),
    ADDQUOTES(Argument.NONE),
    ALLOWOVERWRITE(Argument.NONE),
    BLANKSASNULL(Argument.NONE),
    BZIP2(Argument.NONE),
    CLEANPATH(Argument.NONE),
    COMPROWS(Argument.NUMBER),
    COMPUPDATE(Argument.SWITCH),
    DATEFORMAT(Argument.STRING),
    DELIMITER(Argument.STRING),
    EMPTYASNULL(Argument.NONE),
    ENCODING(Argument.WORD),
    ENCRYPTED(Argument.NONE),
    ESCAPE(Argument.NONE),
    EXPLICIT_IDS(Argument.NONE),
    EXTENSION(Argument.STRING),
    FILLRECORD(Argument.NONE),
    GZIP(Argument.NONE),
    HEADER(Argument.NONE),
    IGNOREALLERRORS(Argument.NONE),
    IGNOREBLANKLINES(Argument.NONE),
    IGNOREHEADER(Argument.NUMBER),
    KMS_KEY_ID(Argument.STRING),
    LZOP(Argument.NONE),
    MANIFEST(Argument.NONE),
    MASTER_SYMMETRIC_KEY(Argument.STRING),
    MAXERROR(Argument.NUMBER),
    MAXFILESIZE(Argument.SIZE),
    NOLOAD(Argument.NONE),
    NULL(Argument.STRING),
    PARALLEL(Argument.SWITCH),
    QUOTE(Argument.STRING),
    READRATIO(Argument.NUMBER),
    REGION(Argument.STRING),
    REMOVEQUOTES(Argument.NONE),
    ROUNDEC(Argument.NONE),
    ROWGROUPSIZE(Argument.SIZE),
    SSH(Argument.NONE),
    STATUPDATE(Argument.SWITCH),
    TIMEFORMAT(Argument.STRING),
    TRIMBLANKS(Argument.NONE),
    TRUNCATECOLUMNS(Argument.NONE),
    /** MANIFEST VERBOSE of UNLOAD. */
    VERBOSE(Argument.NONE),
    ZSTD(Argument.NONE);

    /** The value behind an option. */
    public enum Argument {
        NONE,
        STRING,
        MAYBE_STRING,
        NUMBER,
        WORD,
        /** Nothing, ON, OFF, TRUE, FALSE or PRESET. */
        SWITCH,
        /** A number and MB or GB; the value is in megabytes. */
        SIZE
    }

    private final Argument argument;

    LoadOption(Argument argument) {
        this.argument = argument;
    }

    public Argument argument() {
        return argument;
    }
}
