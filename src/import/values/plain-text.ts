/** A text in one line, without characters that nobody sees and with one kind of space. */
export { asSeen as plainText } from '../../calc/name';
