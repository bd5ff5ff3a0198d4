package io.laguna.redshift.load.value;

/**
 * The faults that a row may have.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_Load_Error_Reference.html">Load error reference</a>
 */
public enum ErrorCode {
    PARSE(1200),
    EXTRA_COLUMNS(1202),
    FEWER_COLUMNS(1203),
    OUT_OF_RANGE(1204),
    DATE(1205),
    TIMESTAMP(1206),
    DIGIT(1207),
    FLOAT(1208),
    DECIMAL(1209),
    BOOLEAN(1210),
    EMPTY_LINE(1211),
    NOT_NULL(1213),
    DELIMITER(1214),
    CHAR(1215),
    LINE(1216),
    NUL(1218),
    HEX(1219),
    UTF8(1220),
    ENCODING(1221),
    INTEGER_OVERFLOW(1222),
    TYPE(1223),
    JSON(1224);

    private final int number;

    ErrorCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
