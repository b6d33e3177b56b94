package org.aman.console;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A text as a QR code, drawn within the page itself: no other site learns of it.
 *
 * @param size modules to a side, with the quiet edge
 * @param path of an SVG
 */
public record QrCode(int size, String path) {
    /** As wide as the standard asks for: ISO/IEC 18004, 6.3.8. */
    private static final int EDGE = 4;

    /** @throws IllegalStateException where the text is longer than such a code can hold */
    public static QrCode of(String text) {
        try {
            ByteMatrix modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < modules.getHeight(); y++) {
                for (int x = 0; x < modules.getWidth(); x++) {
                    if (modules.get(x, y) == 1) {
                        path.append('M').append(x + EDGE).append(' ').append(y + EDGE).append("h1v1h-1z");
                    }
                }
            }
            return new QrCode(modules.getWidth() + 2 * EDGE, path.toString());
        } catch (WriterException e) {
            throw new IllegalStateException("Drawing a QR code of " + text.length() + " letters", e);
        }
    }

    /** Never the secret it shows. */
    @Override
    public String toString() {
        return "QrCode[" + size + "]";
    }
}
