package io.laguna.redshift.load.value;

/** VARBYTE, which a text file holds as hexadecimal digits. */
final class Varbytes implements Converter {
    private final int length;

    Varbytes(int length) {
        this.length = length;
    }

    @Override
    public void write(Field field, Row row) throws FieldError {
        if (field.length() % 2 != 0) {
            throw new FieldError(ErrorCode.HEX, "Invalid hexadecimal value: odd number of digits");
        }
        byte[] value = new byte[field.length() / 2];
        for (int i = 0; i < value.length; i++) {
            int at = field.from() + 2 * i;
            int high = Character.digit(field.bytes()[at], 16);
            int low = Character.digit(field.bytes()[at + 1], 16);
            if (high < 0 || low < 0) {
                throw FieldError.of(ErrorCode.HEX, "Invalid digit", field, 2 * i + (high < 0 ? 0 : 1), "Hexadecimal");
            }
            value[i] = (byte) ((high << 4) | low);
        }
        if (value.length > length) {
            throw new FieldError(ErrorCode.OUT_OF_RANGE, "Varbyte length exceeds DDL length");
        }
        row.bytes(value, 0, value.length);
    }
}
