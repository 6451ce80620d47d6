import { Link } from 'react-router';

interface Props {
  of: { complaintId: string; number: string; isHidden: boolean };
}

/** The number of an earlier complaint, which leads to its case where the case may be read. */
export const NumberLink = ({ of: { complaintId, number, isHidden } }: Props) =>
  isHidden ? (
    <span className="steady">{number}</span>
  ) : (
    <Link to={`/cases/${complaintId}`} className="steady">
      {number}
    </Link>
  );
